using Sluice.Packages.Api.Packages;

namespace Sluice.Packages.Api.Versions;

/// <summary>Lists the assets of a version.</summary>
public sealed class ListPackageVersionAssets : IOperation<ListPackageVersionAssetsRequest, ListPackageVersionAssetsResult>
{
    private readonly PackageFinder _finder;

    internal ListPackageVersionAssets(PackageFinder finder) => _finder = finder;

    /// <inheritdoc/>
    public async Task<ListPackageVersionAssetsResult> RunAsync(ListPackageVersionAssetsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        var (page, token) = ListedPage.Of(version.Assets, asset => asset.Name, $"assets of {id} {version.Version}", input.NextToken, input.MaxResults);
        return new ListPackageVersionAssetsResult
        {
            Format = id.Format,
            Namespace = id.Namespace,
            Package = id.Name,
            Version = version.Version,
            VersionRevision = version.Revision,
            Assets = [.. page.Select(VersionViews.Asset)],
            NextToken = token,
        };
    }
}
