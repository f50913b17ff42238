using Sluice.Packages.Api.Packages;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Api.Versions;

/// <summary>Says what a version is, where it comes from and who published it, and why it is not given if rules withhold it.</summary>
public sealed class DescribePackageVersion : IOperation<DescribePackageVersionRequest, DescribePackageVersionResult>
{
    private readonly PackageFinder _finder;
    private readonly VersionFinder _versions;

    internal DescribePackageVersion(PackageFinder finder, VersionFinder versions) => (_finder, _versions) = (finder, versions);

    /// <inheritdoc/>
    public async Task<DescribePackageVersionResult> RunAsync(DescribePackageVersionRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        return new DescribePackageVersionResult { PackageVersion = VersionViews.Describe(id, version, (await _versions.PlacesAsync(id, cancellationToken))[0].Gate.Of(version)) };
    }
}
