using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;

namespace Sluice.Packages.Publishing;

/// <summary>Changes what is said of a version that is there, and tells of it in the same write. Which status it has, and whether it is there, is changed by <c>VersionBatch</c>.</summary>
public sealed class ChangeVersion
{
    private readonly PackageStore _packages;
    private readonly SuiteAccount _account;
    private readonly IIds _ids;
    private readonly TimeProvider _time;

    internal ChangeVersion(PackageStore packages, SuiteAccount account, IIds ids, TimeProvider time) => (_packages, _account, _ids, _time) = (packages, account, ids, time);

    /// <summary>Changes it by whatever it is when the change is written.</summary>
    /// <param name="id">Its package.</param>
    /// <param name="version">Which version.</param>
    /// <param name="change">What becomes of it; the same one changes nothing, null deletes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The version as it was.</returns>
    /// <exception cref="ApiException">There is no such version, or what the change throws.</exception>
    public Task<StoredVersion> RunAsync(PackageId id, string version, Func<StoredVersion, StoredVersion?> change, CancellationToken cancellationToken) => Contention.DecideAsync(
        $"The version {version} of the {id}",
        async () =>
        {
            var before = await _packages.FindVersionAsync(id, version, cancellationToken) ?? throw PackageErrors.NoVersion(id, version);
            var wanted = change(before.Value);
            if (ReferenceEquals(wanted, before.Value))
            {
                return before.Value;
            }

            var after = wanted is null ? null : wanted with { Revision = _ids.Secret(), Sequence = before.Value.Sequence + 1 };
            var write = new VersionChange(id, before, after) { Fresh = OriginDefaults.Published(id) };
            return await _packages.TryWriteAsync([write], [VersionEvents.Of(id, before.Value, after, _account, _time.GetUtcNow())], cancellationToken) ? before.Value : null;
        });
}
