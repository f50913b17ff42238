using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Versions;

/// <summary>Changes some versions of a package at once. If one cannot be changed, the others are skipped. Many are written in several transactions: a kill leaves some of them changed, and who repeats it finishes it.</summary>
internal sealed class VersionBatch(PackageStore packages, SuiteAccount account, TimeProvider time)
{
    // A transaction has 100, of which the package and the repository take one each.
    private const int MostWrites = 98;

    // A version and its event.
    private const int Writes = 2;

    /// <param name="id">The package.</param>
    /// <param name="versions">Which versions, each once.</param>
    /// <param name="fresh">What the package is if it is not there yet.</param>
    /// <param name="decide">What is to become of one, as it is now; it may be asked again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">The repository is gone.</exception>
    public async Task<BatchEnd> RunAsync(PackageId id, IReadOnlyList<string> versions, StoredPackage fresh, Func<string, StoredVersion?, VersionVerdict> decide, CancellationToken cancellationToken)
    {
        var (changed, unchanged) = (new Dictionary<string, StoredVersion>(StringComparer.Ordinal), new Dictionary<string, StoredVersion>(StringComparer.Ordinal));
        return await Contention.DecideAsync($"The {id}", async () =>
        {
            var plans = await PlanAsync(id, [.. versions.Where(version => !changed.ContainsKey(version))], decide, cancellationToken);
            if (plans.Exists(plan => plan.Verdict.Failure is not null))
            {
                return new BatchEnd(changed, new Dictionary<string, StoredVersion>(), plans.ToDictionary(plan => plan.Version, plan => plan.Verdict.Failure ?? VersionFailure.Skipped(plan.Version)));
            }

            foreach (var plan in plans.Where(plan => plan.IsDone))
            {
                unchanged[plan.Version] = plan.Before!.Value;
            }

            return await WriteAsync(id, fresh, [.. plans.Where(plan => !plan.IsDone)], changed, cancellationToken) ? new BatchEnd(changed, unchanged, new Dictionary<string, VersionFailure>()) : null;
        });
    }

    private async Task<List<Plan>> PlanAsync(PackageId id, IReadOnlyList<string> versions, Func<string, StoredVersion?, VersionVerdict> decide, CancellationToken cancellationToken)
    {
        var plans = new List<Plan>();
        foreach (var version in versions)
        {
            var before = await packages.FindVersionAsync(id, version, cancellationToken);
            plans.Add(new Plan(version, before, decide(version, before?.Value)));
        }

        return plans;
    }

    private async Task<bool> WriteAsync(PackageId id, StoredPackage fresh, IReadOnlyList<Plan> plans, Dictionary<string, StoredVersion> changed, CancellationToken cancellationToken)
    {
        var tags = plans.Any(plan => plan.Verdict.After is null) ? (await packages.TagsAsync(id, cancellationToken)).ToLookup(tag => tag.Value, tag => tag.Key) : null;
        foreach (var some in Chunks([.. plans.Select(plan => plan with { Untagged = plan.Verdict.After is null ? [.. tags![plan.Version].Take(MostWrites - Writes)] : [] })]))
        {
            if (!await packages.TryWriteAsync([.. some.Select(plan => plan.Change(id, fresh))], Beside(id, some), cancellationToken))
            {
                return false;
            }

            foreach (var plan in some)
            {
                changed[plan.Version] = plan.Verdict.After ?? plan.Before!.Value with { Status = PackageVersionStatus.Deleted };
            }
        }

        return true;
    }

    private static IEnumerable<IReadOnlyList<Plan>> Chunks(IReadOnlyList<Plan> plans)
    {
        var (chunk, writes) = (new List<Plan>(), 0);
        foreach (var plan in plans)
        {
            if (chunk.Count > 0 && writes + plan.Writes > MostWrites)
            {
                yield return chunk;
                (chunk, writes) = ([], 0);
            }

            chunk.Add(plan);
            writes += plan.Writes;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private GuardedWrite[] Beside(PackageId id, IReadOnlyList<Plan> plans)
    {
        var now = time.GetUtcNow();
        return
        [
            .. plans.Select(plan => (GuardedWrite)VersionEvents.Of(id, plan.Before?.Value, plan.Verdict.After, account, now)),
            .. plans.SelectMany(plan => plan.Untagged).Select(tag => (GuardedWrite)PackageStore.Untag(id, tag)),
            new(new CheckItem(PackageKeys.Repository(id.Home), Condition.Exists), PackageErrors.NoRepository(id.Home)),
        ];
    }

    private sealed record Plan(string Version, Versioned<StoredVersion>? Before, VersionVerdict Verdict)
    {
        /// <summary>Tags that name it no more: it is deleted.</summary>
        public IReadOnlyList<string> Untagged { get; init; } = [];

        public int Writes => VersionBatch.Writes + Verdict.Tags.Count + Untagged.Count;

        public bool IsDone => Before is not null && ReferenceEquals(Before.Value, Verdict.After);

        public VersionChange Change(PackageId id, StoredPackage fresh) => new(id, Before, Verdict.After) { Tags = Verdict.Tags, Fresh = fresh };
    }
}
