using Sluice.Builds.ControlPlane.Reports;

namespace Sluice.Builds.Running;

/// <summary>How long a project's tests took, for the builds of a fan-out, which divide them by it. Each divides by itself, so all must be told the same: what the first of them finds is kept for the others.</summary>
internal sealed class ShardDurations(ITable table, ReportGroupStore groups, TestHistories histories, TimeProvider time)
{
    private const int MostReports = 10;

    // What an item can hold with all of them, however long their names are.
    private const int MostPrefixes = 2000;
    private const int LongestPrefix = 150;
    private const double NanosecondsPerSecond = 1e9;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <returns>Seconds by the prefix (class, module, feature or file) of the tests; nothing for a build that is no part of a fan-out.</returns>
    public async Task<IReadOnlyDictionary<string, double>> OfAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        if (build.Batch is not { Shard: not null } batch)
        {
            return new Dictionary<string, double>();
        }

        var key = new Key($"BUILDBATCH#{batch.BatchId}", "DURATIONS");
        return await Contention.DecideAsync($"The batch {batch.BatchId}", async () => await FindAsync(key, cancellationToken) ?? await TryKeepAsync(key, build.ProjectName, cancellationToken));
    }

    private async Task<Dictionary<string, double>?> FindAsync(Key key, CancellationToken cancellationToken) =>
        (await table.FindAsync<KeptDurations>(key, cancellationToken))?.Value.Seconds;

    private async Task<Dictionary<string, double>?> TryKeepAsync(Key key, string projectName, CancellationToken cancellationToken)
    {
        var seconds = await ReadAsync(projectName, cancellationToken);
        return await table.TryTransactAsync([PutItem.Of(key, new KeptDurations(seconds), Condition.Absent, expiresAt: time.GetUtcNow() + _kept)], cancellationToken) ? seconds : null;
    }

    private async Task<Dictionary<string, double>> ReadAsync(string projectName, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in await groups.NamesAsync($"{projectName}-", cancellationToken))
        {
            foreach (var (prefix, nanoseconds) in await histories.DurationsByPrefixAsync(group, MostReports, cancellationToken))
            {
                all[prefix] = all.GetValueOrDefault(prefix) + (nanoseconds / NanosecondsPerSecond);
            }
        }

        return all.Where(one => one.Key.Length <= LongestPrefix).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(MostPrefixes).ToDictionary(StringComparer.Ordinal);
    }

    private sealed record KeptDurations(Dictionary<string, double> Seconds);
}
