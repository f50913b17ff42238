using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Rules;

/// <summary>Remembers since when versions of registries outside are known that do not tell when they were published. What is remembered does not change.</summary>
internal sealed class OutsideTimes(ITable table)
{
    /// <summary>What is known of a package.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> OfAsync(string connection, PackageId id, CancellationToken cancellationToken) =>
        (await table.FindAsync<KnownTimes>(PackageKeys.OutsideTimes(connection, id), cancellationToken))?.Value.Times ?? new Dictionary<string, DateTimeOffset>();

    /// <summary>Adds what is not known yet.</summary>
    /// <returns>All that is known then.</returns>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> AddAsync(string connection, PackageId id, IReadOnlyDictionary<string, DateTimeOffset> times, CancellationToken cancellationToken) => Contention.DecideAsync<IReadOnlyDictionary<string, DateTimeOffset>>(
        $"What is known of the {id}",
        async () =>
        {
            var key = PackageKeys.OutsideTimes(connection, id);
            var before = await table.FindAsync<KnownTimes>(key, cancellationToken);
            var known = before?.Value.Times ?? new Dictionary<string, DateTimeOffset>();
            var after = known.Concat(times.Where(time => !known.ContainsKey(time.Key))).ToDictionary(StringComparer.Ordinal);
            return after.Count == known.Count || await table.TryTransactAsync([PutItem.Of(key, new KnownTimes(after), before is null ? Condition.Absent : Condition.Rev(before.Rev))], cancellationToken) ? after : null;
        });
}
