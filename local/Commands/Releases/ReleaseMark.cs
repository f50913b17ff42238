using System.Collections.Immutable;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Releases;

/// <summary>The counts at one moment.</summary>
internal sealed record ReleaseMark(
    long Timestamp, ImmutableSortedDictionary<string, VersionTally> Requests, ImmutableSortedDictionary<string, int> Transitions)
{
    /// <summary>State transitions by machine between an earlier moment and this one.</summary>
    public ImmutableSortedDictionary<string, int> TransitionsSince(ReleaseMark earlier) => Transitions
        .Select(entry => KeyValuePair.Create(entry.Key, entry.Value - earlier.Transitions.GetValueOrDefault(entry.Key)))
        .ToImmutableSortedDictionary();
}
