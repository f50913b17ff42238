using Sluice.Packages.Removal;

namespace Sluice.Packages.Api.Packages;

/// <summary>Deletes a package with all its versions.</summary>
public sealed class DeletePackage : IOperation<DeletePackageRequest, DeletePackageResult>
{
    private readonly PackageFinder _finder;
    private readonly PackageRemoval _removal;

    internal DeletePackage(PackageFinder finder, PackageRemoval removal) => (_finder, _removal) = (finder, removal);

    /// <inheritdoc/>
    public async Task<DeletePackageResult> RunAsync(DeletePackageRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, package) = await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        await _removal.RemoveAsync(id, package, cancellationToken);
        return new DeletePackageResult { DeletedPackage = PackageViews.Summarize(package) };
    }
}
