using Sluice.Packages.Api.Packages;
using Sluice.Packages.Contents;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Api.Versions;

/// <summary>Gives an asset of a version, as it was published. One that is Archived or Disposed, or that rules withhold, gives none.</summary>
public sealed class GetPackageVersionAsset : IOperation<GetPackageVersionAssetRequest, GetPackageVersionAssetResult>
{
    private readonly PackageFinder _finder;
    private readonly ContentStore _contents;
    private readonly VersionFinder _versions;

    internal GetPackageVersionAsset(PackageFinder finder, ContentStore contents, VersionFinder versions) => (_finder, _contents, _versions) = (finder, contents, versions);

    /// <inheritdoc/>
    public async Task<GetPackageVersionAssetResult> RunAsync(GetPackageVersionAssetRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        if (input.PackageVersionRevision is { } revision && revision != version.Revision)
        {
            throw new ApiException(PackageErrors.NotFoundCode, $"Package version revision not found. The version {version.Version} of the {id} has the revision {version.Revision}, not {revision}.");
        }

        if (version.Status is PackageVersionStatus.Archived or PackageVersionStatus.Disposed)
        {
            throw PackageErrors.Conflict($"The version {version.Version} of the {id} is {version.Status}: its assets are not served.");
        }

        (await _versions.PlacesAsync(id, cancellationToken))[0].Gate.Demand(version);
        var asset = version.Asset(input.Asset) ?? throw new ApiException(PackageErrors.NotFoundCode, $"Asset not found. The version {version.Version} of the {id} has no asset '{input.Asset}'.");
        var content = await _contents.OpenAsync(id.Domain, asset.Hashes.Sha256, cancellationToken);
        return new GetPackageVersionAssetResult { Asset = content, AssetName = asset.Name, PackageVersion = version.Version, PackageVersionRevision = version.Revision };
    }
}
