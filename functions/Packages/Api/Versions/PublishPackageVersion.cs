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
        var claimed = new StoredAsset(input.AssetName, 0, new ContentHashes("", "", input.AssetSHA256, ""));
        var publication = new Publication(id, input.PackageVersion, [claimed]) { Unfinished = input.Unfinished is true, By = context.Caller?.Name };
        await _publish.CheckAsync(publication, cancellationToken);
        var asset = await TakeAsync(id, input, cancellationToken);
        var version = await _publish.RunAsync(publication with { Assets = [asset] }, cancellationToken);
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
            var content = await _contents.TakeAsync(id.Domain, input.AssetContent ?? Stream.Null, Largest, cancellationToken, content => Check(content.Hashes.Sha256, input.AssetSHA256));
            return new StoredAsset(input.AssetName, content.Size, content.Hashes);
        }
        catch (ContentTooLargeException e)
        {
            throw PackageErrors.Quota($"The asset '{input.AssetName}' is too large. {e.Message}");
        }
    }

    private static void Check(string came, string said)
    {
        if (came != said)
        {
            throw PackageErrors.Invalid($"assetSHA256 is {said}, and the content that came has {came}: it is not what was sent, or was cut off.");
        }
    }
}
