using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;

namespace Sluice.Packages.Versions;

/// <summary>Stops versions of a package in the whole domain, wherever they are kept and if they are kept nowhere yet, and lifts that.</summary>
internal sealed class Quarantine(QuarantineStore store, DomainStore domains, SuiteAccount account, IIds ids, TimeProvider time)
{
    /// <summary>Safe to repeat: what is in quarantine stays there as it was put.</summary>
    /// <param name="id">The package, in whichever repository.</param>
    /// <param name="versions">Which versions; null for all of them.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">There is no such domain.</exception>
    public async Task<IReadOnlyList<StoredQuarantine>> PutAsync(PackageId id, IReadOnlyList<string>? versions, string reason, string by, CancellationToken cancellationToken)
    {
        await domains.GetAsync(id.Domain, cancellationToken);
        var put = new List<StoredQuarantine>();
        foreach (var version in versions ?? [null!])
        {
            put.Add(await Contention.DecideAsync($"The quarantine of the {id}", async () =>
            {
                if (await FindAsync(id, version, cancellationToken) is { } there)
                {
                    return there;
                }

                var quarantine = new StoredQuarantine(id.Domain, id.Format, id.Namespace, id.Name, version, reason, by, time.GetUtcNow(), ids.Secret());
                return await store.TryAddAsync(id, quarantine, [QuarantineEvents.Quarantined(quarantine, account)], cancellationToken) ? quarantine : null;
            }));
        }

        return put;
    }

    /// <summary>Lifts it.</summary>
    /// <param name="id">The package, in whichever repository.</param>
    /// <param name="versions">Which of what was put; null for all of the package.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">There is no such domain, or one of them is not in quarantine.</exception>
    public async Task<IReadOnlyList<StoredQuarantine>> LiftAsync(PackageId id, IReadOnlyList<string>? versions, string by, CancellationToken cancellationToken)
    {
        await domains.GetAsync(id.Domain, cancellationToken);
        var there = await store.OfAsync(id, cancellationToken);
        var missing = versions?.Where(version => there.All(one => one.Version != version)).ToList() ?? [];
        if (missing.Count > 0 || there.Count == 0)
        {
            var what = missing.Count > 0 ? $"The versions {string.Join(", ", missing)} of {id.Format} package {id.Written} are not" : $"Nothing of {id.Format} package {id.Written} is";
            throw new ApiException(PackageErrors.NotFoundCode, $"Quarantine not found. {what} in quarantine in the domain '{id.Domain}'.");
        }

        var lifted = there.Where(one => versions is null || versions.Contains(one.Version)).ToList();
        foreach (var one in lifted)
        {
            await store.TryRemoveAsync(id, one.Version, [QuarantineEvents.Released(one, by, time.GetUtcNow(), account)], cancellationToken);
        }

        return lifted;
    }

    private async Task<StoredQuarantine?> FindAsync(PackageId id, string? version, CancellationToken cancellationToken) => (await store.OfAsync(id, cancellationToken)).FirstOrDefault(one => one.Version == version);
}
