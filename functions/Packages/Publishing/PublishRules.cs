using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Publishing;

/// <summary>What becomes of a version that is published. Pure.</summary>
internal static class PublishRules
{
    /// <summary>How many assets a version may have.</summary>
    public const int MostAssets = 150;

    /// <summary>The version as it is to be; the same one if nothing changes: who publishes the same bytes again is told that it is done.</summary>
    /// <exception cref="ApiException">It is another one than what is there, or it is not to come back.</exception>
    public static StoredVersion After(StoredVersion? before, Publication publication, string revision, DateTimeOffset now)
    {
        if (before is null)
        {
            return Limited(publication.Package, Fresh(publication, revision, now));
        }

        if (before.Status is PackageVersionStatus.Archived or PackageVersionStatus.Disposed)
        {
            throw PackageErrors.Conflict($"The version {before.Version} of the {publication.Package} is {before.Status}: it cannot be published again.");
        }

        if (publication.Assets.FirstOrDefault(asset => before.Asset(asset.Name) is { } there && there.Hashes.Sha256 != asset.Hashes.Sha256) is { } other)
        {
            throw PackageErrors.Conflict($"The version {before.Version} of the {publication.Package} already has an asset '{other.Name}', with another content: what is published does not change. Publish another version.");
        }

        var added = publication.Assets.Where(asset => before.Asset(asset.Name) is null).ToList();
        var finishes = before.Status is PackageVersionStatus.Unfinished && !publication.Unfinished;
        if (added.Count == 0 && !finishes)
        {
            return before;
        }

        return added.Count > 0 && before.Status is not PackageVersionStatus.Unfinished && !publication.TakesMore
            ? throw PackageErrors.Conflict($"The version {before.Version} of the {publication.Package} is published, and takes no more assets.")
            : Limited(publication.Package, Grown(before, publication, added, finishes, revision, now));
    }

    private static StoredVersion Fresh(Publication publication, string revision, DateTimeOffset now) => new(
        publication.Version,
        publication.Unfinished ? PackageVersionStatus.Unfinished : PackageVersionStatus.Published,
        revision,
        publication.Origin ?? VersionOrigin.Published(publication.Package.Repository),
        Sorted(publication.Assets),
        now)
    {
        PublishedAt = publication.Unfinished ? null : now,
        ReleasedAt = publication.ReleasedAt,
        Summary = publication.Summary,
        Dependencies = publication.Dependencies,
        Document = publication.Document,
        Readme = publication.Readme,
        Deprecation = publication.Deprecation,
        PublishedBy = publication.By,
    };

    private static StoredVersion Grown(StoredVersion before, Publication publication, List<StoredAsset> added, bool finishes, string revision, DateTimeOffset now) => before with
    {
        Status = finishes ? PackageVersionStatus.Published : before.Status,
        PublishedAt = finishes ? now : before.PublishedAt,
        ReleasedAt = before.ReleasedAt ?? publication.ReleasedAt,
        Revision = revision,
        Assets = Sorted([.. before.Assets, .. added]),
        Summary = publication.Summary == VersionSummary.None ? before.Summary : publication.Summary,
        Dependencies = publication.Dependencies.Count == 0 ? before.Dependencies : publication.Dependencies,
        Document = publication.Document ?? before.Document,
        Readme = publication.Readme ?? before.Readme,
        Sequence = before.Sequence + 1,
    };

    private static StoredVersion Limited(PackageId package, StoredVersion version) =>
        version.Assets.Count <= MostAssets ? version : throw PackageErrors.Quota($"A version has {MostAssets} assets at most; the version {version.Version} of the {package} would have {version.Assets.Count}.");

    private static IReadOnlyList<StoredAsset> Sorted(IReadOnlyList<StoredAsset> assets) => [.. assets.OrderBy(asset => asset.Name, StringComparer.Ordinal)];
}
