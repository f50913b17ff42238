namespace Sluice.Packages.Api.Packages;

/// <summary>Says what may come into a package.</summary>
public sealed class DescribePackage : IOperation<DescribePackageRequest, DescribePackageResult>
{
    private readonly PackageFinder _finder;

    internal DescribePackage(PackageFinder finder) => _finder = finder;

    /// <inheritdoc/>
    public async Task<DescribePackageResult> RunAsync(DescribePackageRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Package = PackageViews.Describe((await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken)).Package) };
}
