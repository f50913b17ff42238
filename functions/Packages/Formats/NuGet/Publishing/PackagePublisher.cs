using System.Text;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Nuspecs;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;

namespace Sluice.Packages.Formats.NuGet.Publishing;

/// <summary>Publishes a package whose archive is stored, be it somebody's or taken from outside.</summary>
internal sealed class PackagePublisher
{
    private readonly ContentStore _contents;
    private readonly PublishVersion _publish;

    internal PackagePublisher(ContentStore contents, PublishVersion publish) => (_contents, _publish) = (contents, publish);

    /// <summary>Safe to repeat.</summary>
    /// <param name="repository">Where to.</param>
    /// <param name="package">What it says of itself.</param>
    /// <param name="content">Its archive.</param>
    /// <param name="origin">Where it comes from; null if it is published to the repository.</param>
    /// <param name="releasedAt">When it was published there; null if that is not known.</param>
    /// <param name="by">Who publishes it; null for what is taken from outside.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<StoredVersion> RunAsync(RepositoryId repository, PackageManifest package, StoredContent content, VersionOrigin? origin, DateTimeOffset? releasedAt, string? by, CancellationToken cancellationToken)
    {
        var (name, number) = (PackageName.Key(package.Id)!, PackageNumber.Key(package.Version));
        var document = await _contents.WriteAsync(repository.Domain, Encoding.UTF8.GetBytes(CatalogEntry.With(package.Entry, content).ToJsonString()), cancellationToken);
        var readme = package.Readme is { } text ? await _contents.WriteAsync(repository.Domain, text, cancellationToken) : null;
        return await _publish.RunAsync(
            new Publication(new PackageId(repository.Domain, repository.Name, PackageFormat.nuget, null, name), number, [new StoredAsset(NuGetAssets.Package(name, number), content.Size, content.Hashes)])
            {
                Summary = package.Summary,
                Dependencies = package.Dependencies,
                Document = document.Hashes.Sha256,
                Readme = readme?.Hashes.Sha256,
                Origin = origin,
                ReleasedAt = releasedAt,
                By = by,
            },
            cancellationToken);
    }
}
