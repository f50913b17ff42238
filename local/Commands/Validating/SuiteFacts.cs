namespace Sluice.Local.Commands.Validating;

/// <summary>What is known of a suite or an account.</summary>
/// <param name="All">What it answered.</param>
/// <param name="WhyNot">Why it was not asked; null if it was.</param>
internal sealed record SuiteFacts(IReadOnlyList<SuiteFact> All, string? WhyNot)
{
    /// <summary>Where nobody is there to ask.</summary>
    public static SuiteFacts Nothing { get; } = new([], "no suite runs here; 'sluice serve' starts one, and --endpoint names one");

    public SuiteFact? Find(NeededKind kind, string name) => All.FirstOrDefault(fact => fact.Kind == kind && fact.Name == name);
}
