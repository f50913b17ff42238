using Sluice.Packages.Api.Packages;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Versions;

/// <summary>Publishes an asset of a generic package. The version is published with it, unless more is to come.</summary>
public sealed class PublishPackageVersion : IOperation<PublishPackageVersionRequest, PublishPackageVersionResult>
{
    // As the original has it.
    private const long Largest = 5L * 1024 * 1024 * 1024;
    private readonly PackageFinder _finder;
    private readonly ContentStore _contents;
    private readonly PublishVersion _publish;

    internal PublishPackageVersion(PackageFinder finder, ContentStore contents, PublishVersion publish) => (_finder, _contents, _publish) = (finder, contents, publish);

    /// <inheritdoc/>
    public async Task<PublishPackageVersionResult> RunAsync(PublishPackageVersionRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        VersionRequests.CheckGeneric(input);
        var id = await _finder.IdAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var asset = await TakeAsync(id, input, cancellationToken);
        var publication = new Publication(id, input.PackageVersion, [asset]) { Unfinished = input.Unfinished is true, By = context.Caller?.Name };
        var version = await _publish.RunAsync(publication, cancellationToken);
        return new PublishPackageVersionResult
        {
            Format = id.Format,
            Namespace = id.Namespace,
            Package = id.Name,
            Version = version.Version,
            VersionRevision = version.Revision,
            Status = version.Status,
            Asset = VersionViews.Asset(asset),
        };
    }

    private async Task<StoredAsset> TakeAsync(PackageId id, PublishPackageVersionRequest input, CancellationToken cancellationToken)
    {
        try
        {
            await _publish.CheckAsync(id, cancellationToken);
            var content = await _contents.TakeAsync(id.Domain, input.AssetContent ?? Stream.Null, Largest, cancellationToken);
            return content.Hashes.Sha256 == input.AssetSHA256
                ? new StoredAsset(input.AssetName, content.Size, content.Hashes)
                : throw PackageErrors.Invalid($"assetSHA256 is {input.AssetSHA256}, and the content that came has {content.Hashes.Sha256}: it is not what was sent, or was cut off.");
        }
        catch (ContentTooLargeException e)
        {
            throw PackageErrors.Quota($"The asset '{input.AssetName}' is too large. {e.Message}");
        }
    }
}
