namespace Sluice.Local.Commands.Validating;

/// <summary>What was not checked, and why.</summary>
internal sealed record Unasked(string What, string Why);
