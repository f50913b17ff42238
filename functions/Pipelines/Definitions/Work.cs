namespace Sluice.Pipelines.Definitions;

/// <summary>An action or a rule whose configuration is read.</summary>
/// <param name="Word">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What it is configured by; null if its kind is not known.</param>
/// <param name="Inputs">The names of its input artifacts.</param>
/// <param name="At">When it begins.</param>
/// <param name="LongestValue">How long a value may be.</param>
/// <param name="FaultKind">The error of what is wrong with it.</param>
/// <param name="IsSource">Whether it is a source.</param>
internal sealed record Work(string Word, string Name, Settings? Settings, IReadOnlyList<string> Inputs, Place At, int LongestValue, string FaultKind, bool IsSource = false);
