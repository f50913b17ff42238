using System.Collections.Immutable;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Releases;

/// <summary>The requests between two looks at a tally.</summary>
internal static class TrafficWindow
{
    public static ImmutableSortedDictionary<string, VersionTally> Between(
        ImmutableSortedDictionary<string, VersionTally> earlier, ImmutableSortedDictionary<string, VersionTally> later) =>
        later
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value - earlier.GetValueOrDefault(entry.Key, VersionTally.None)))
            .Where(entry => entry.Value.Requests > 0)
            .ToImmutableSortedDictionary(VersionOrder.Instance);

    /// <summary>How many requests would have failed, had all of them gone to the version that took the shift.</summary>
    /// <param name="window">Requests since its first one.</param>
    /// <param name="version">The new version.</param>
    public static long FailedIfAllAtOnce(ImmutableSortedDictionary<string, VersionTally> window, string? version)
    {
        var tally = version is null ? VersionTally.None : window.GetValueOrDefault(version, VersionTally.None);
        return tally.Requests == 0 ? 0 : (long)Math.Round((double)tally.Failed / tally.Requests * window.Values.Sum(version => version.Requests));
    }
}
