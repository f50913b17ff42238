using System.Collections.Immutable;

namespace Sluice.Local.Commands.Tallies;

/// <summary>Requests and failures by the version that answered.</summary>
internal sealed class RequestTally
{
    private ImmutableSortedDictionary<string, VersionTally> _versions = ImmutableSortedDictionary.Create<string, VersionTally>(VersionOrder.Instance);

    /// <summary>The counts so far; a consistent whole.</summary>
    public ImmutableSortedDictionary<string, VersionTally> Versions => Volatile.Read(ref _versions);

    /// <param name="version">Who answered.</param>
    /// <param name="error">Why it failed; null if it did not.</param>
    /// <returns>Whether it is the first failure of its kind.</returns>
    public bool Count(string version, string? error)
    {
        var isFirst = false;
        ImmutableInterlocked.Update(ref _versions, versions =>
        {
            var tally = versions.GetValueOrDefault(version, VersionTally.None);
            isFirst = error is not null && !tally.Kinds.Has(error);
            return versions.SetItem(version, tally.With(error));
        });
        return isFirst;
    }
}
