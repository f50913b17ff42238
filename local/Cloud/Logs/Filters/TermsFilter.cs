namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Picks lines by what is in them.</summary>
/// <param name="Required">All of these must be.</param>
/// <param name="Excluded">None of these may be.</param>
/// <param name="Optional">One of these must be, if nothing is required and nothing excluded: beside those CloudWatch does not look at them.</param>
internal sealed record TermsFilter(IReadOnlyList<Predicate<string>> Required, IReadOnlyList<Predicate<string>> Excluded, IReadOnlyList<Predicate<string>> Optional) : IEventFilter
{
    public static TermsFilter All { get; } = new([], [], []);

    public bool Matches(string message) => Required.Count + Excluded.Count > 0
        ? Required.All(term => term(message)) && !Excluded.Any(term => term(message))
        : Optional.Count == 0 || Optional.Any(term => term(message));
}
