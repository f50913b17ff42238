using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Publishing;

/// <summary>Publishes a version: its record, its package, its tags and its event are one write, after its contents. A kill at any moment leaves all of it or nothing.</summary>
public sealed class PublishVersion
{
    private readonly PackageStore _packages;
    private readonly KnownRules _rules;
    private readonly OutsideConflicts _outside;
    private readonly SuiteAccount _account;
    private readonly IIds _ids;
    private readonly TimeProvider _time;

    internal PublishVersion(PackageStore packages, KnownRules rules, OutsideConflicts outside, SuiteAccount account, IIds ids, TimeProvider time) =>
        (_packages, _rules, _outside, _account, _ids, _time) = (packages, rules, outside, account, ids, time);

    /// <summary>Safe to repeat: the same bytes are published once.</summary>
    /// <returns>The version as it now is.</returns>
    /// <exception cref="ApiException">ConflictException: it has other bytes, or a registry outside has it. AccessDeniedException: the package takes no publications. ResourceNotFoundException: there is no such repository. ServiceQuotaExceededException: it has too many assets.</exception>
    public Task<StoredVersion> RunAsync(Publication publication, CancellationToken cancellationToken = default) => Contention.DecideAsync(
        $"The version {publication.Version} of the {publication.Package}",
        async () =>
        {
            var id = publication.Package;
            if (publication.Origin is null)
            {
                await CheckOriginAsync(id, cancellationToken);
            }

            var (now, before) = (_time.GetUtcNow(), await _packages.FindVersionAsync(id, publication.Version, cancellationToken));
            if (publication.Origin is null && before is null)
            {
                await _outside.CheckAsync(id, publication.Version, cancellationToken);
            }

            var after = PublishRules.After(before?.Value, publication, _ids.Secret(), now);
            return ReferenceEquals(after, before?.Value) || await TryWriteAsync(publication, before, after, now, cancellationToken) ? after : null;
        });

    /// <summary>Whether a publication would be taken, for those who ask before they take its contents: their digests are enough.</summary>
    /// <exception cref="ApiException">As above.</exception>
    public async Task CheckAsync(Publication publication, CancellationToken cancellationToken)
    {
        await CheckOriginAsync(publication.Package, cancellationToken);
        var before = await _packages.FindVersionAsync(publication.Package, publication.Version, cancellationToken);
        PublishRules.After(before?.Value, publication, "", _time.GetUtcNow());
    }

    private async Task CheckOriginAsync(PackageId id, CancellationToken cancellationToken)
    {
        if (await _packages.FindAsync(id, cancellationToken) is { Publish: AllowPublish.BLOCK })
        {
            throw PackageErrors.Denied($"The {id} takes no publications: its origin controls block them. See put-package-origin-configuration.");
        }

        if (!(await _rules.OfAsync(id.Domain, cancellationToken)).Allows(id, PackageGroupOriginRestrictionType.PUBLISH))
        {
            throw PackageErrors.Denied($"The {id} takes no publications: its package group blocks them. See get-associated-package-group.");
        }
    }

    private Task<bool> TryWriteAsync(Publication publication, Versioned<StoredVersion>? before, StoredVersion after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = publication.Package;
        var change = new VersionChange(id, before, after) { Tags = publication.Tags, Fresh = publication.Origin is null ? OriginDefaults.Published(id) : OriginDefaults.Taken(id) };
        GuardedWrite[] beside = [VersionEvents.Of(id, before?.Value, after, _account, now), new(new CheckItem(PackageKeys.Repository(id.Home), Condition.Exists), PackageErrors.NoRepository(id.Home))];
        return _packages.TryWriteAsync([change], beside, cancellationToken);
    }
}
