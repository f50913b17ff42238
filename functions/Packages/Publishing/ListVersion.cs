using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Publishing;

/// <summary>Hides a version from people, and shows it again. Who has its number gets it all the same: nothing that was built breaks.</summary>
internal sealed class ListVersion
{
    private readonly PackageStore _packages;
    private readonly SuiteAccount _account;
    private readonly TimeProvider _time;

    internal ListVersion(PackageStore packages, SuiteAccount account, TimeProvider time) => (_packages, _account, _time) = (packages, account, time);

    /// <summary>Safe to repeat.</summary>
    /// <exception cref="ApiException">The repository itself has no such version, or does not serve it.</exception>
    public Task RunAsync(PackageId id, string number, bool listed, CancellationToken cancellationToken) => Contention.RetryAsync($"The version {number} of the {id}", async () =>
    {
        if (await _packages.FindVersionAsync(id, number, cancellationToken) is not { Value.IsServed: true } before || await _packages.FindAsync(id, cancellationToken) is not { } package)
        {
            throw PackageErrors.NoVersion(id, number);
        }

        return before.Value.IsListed == listed || await TryWriteAsync(id, package, before, listed, cancellationToken);
    });

    private Task<bool> TryWriteAsync(PackageId id, StoredPackage package, Versioned<StoredVersion> before, bool listed, CancellationToken cancellationToken)
    {
        var after = before.Value with { Status = listed ? PackageVersionStatus.Published : PackageVersionStatus.Unlisted, Sequence = before.Value.Sequence + 1 };
        return _packages.TryWriteAsync([new VersionChange(id, before, after) { Fresh = package }], [VersionEvents.Of(id, before.Value, after, _account, _time.GetUtcNow())], cancellationToken);
    }
}
