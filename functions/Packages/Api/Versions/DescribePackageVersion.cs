using Sluice.Packages.Api.Packages;

namespace Sluice.Packages.Api.Versions;

/// <summary>Says what a version is, and where it comes from.</summary>
public sealed class DescribePackageVersion : IOperation<DescribePackageVersionRequest, DescribePackageVersionResult>
{
    private readonly PackageFinder _finder;

    internal DescribePackageVersion(PackageFinder finder) => _finder = finder;

    /// <inheritdoc/>
    public async Task<DescribePackageVersionResult> RunAsync(DescribePackageVersionRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        return new DescribePackageVersionResult { PackageVersion = VersionViews.Describe(id, version) };
    }
}
