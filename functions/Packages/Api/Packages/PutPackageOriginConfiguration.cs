using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Packages;

/// <summary>Says what may come into a package, which need not be there yet.</summary>
public sealed class PutPackageOriginConfiguration : IOperation<PutPackageOriginConfigurationRequest, PutPackageOriginConfigurationResult>
{
    private readonly PackageFinder _finder;
    private readonly PackageStore _packages;

    internal PutPackageOriginConfiguration(PackageFinder finder, PackageStore packages) => (_finder, _packages) = (finder, packages);

    /// <inheritdoc/>
    public async Task<PutPackageOriginConfigurationResult> RunAsync(PutPackageOriginConfigurationRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var id = await _finder.IdAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var package = await _packages.RestrictAsync(id, input.Restrictions.Publish, input.Restrictions.Upstream, cancellationToken);
        return new PutPackageOriginConfigurationResult { OriginConfiguration = PackageViews.Origins(package) };
    }
}
