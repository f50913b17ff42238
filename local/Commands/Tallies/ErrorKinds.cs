using System.Collections.Immutable;

namespace Sluice.Local.Commands.Tallies;

/// <summary>The different failures of one version, a bounded number of kinds.</summary>
internal sealed record ErrorKinds
{
    private const int Most = 20;
    private const string Others = "other errors";

    public static ErrorKinds None { get; } = new();

    /// <summary>The most frequent ones first.</summary>
    public IReadOnlyList<ErrorTally> List => [.. ByGroup.Values.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Error, StringComparer.Ordinal)];

    private ImmutableDictionary<string, ErrorTally> ByGroup { get; init; } = ImmutableDictionary<string, ErrorTally>.Empty;

    /// <summary>What came between an earlier look and a later one.</summary>
    public static ErrorKinds operator -(ErrorKinds later, ErrorKinds earlier) => later.ByGroup.IsEmpty ? None : new()
    {
        ByGroup = later.ByGroup
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { Count = entry.Value.Count - (earlier.ByGroup.GetValueOrDefault(entry.Key)?.Count ?? 0) }))
            .Where(entry => entry.Value.Count > 0)
            .ToImmutableDictionary(),
    };

    public bool Has(string error) => ByGroup.ContainsKey(FailureText.Group(error));

    public ErrorKinds With(string error)
    {
        var group = FailureText.Group(error);
        var (key, known) = ByGroup.TryGetValue(group, out var kind) ? (group, kind)
            : ByGroup.Count < Most ? (group, new ErrorTally(error, 0))
            : (Others, ByGroup.GetValueOrDefault(Others) ?? new ErrorTally(Others, 0));
        return this with { ByGroup = ByGroup.SetItem(key, known with { Count = known.Count + 1 }) };
    }
}
