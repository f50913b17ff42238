using Sluice.Packages.Api.Packages;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Deletes versions. Others of their numbers can be published then.</summary>
public sealed class DeletePackageVersions : IOperation<DeletePackageVersionsRequest, DeletePackageVersionsResult>
{
    private readonly PackageFinder _finder;
    private readonly VersionBatch _batch;

    internal DeletePackageVersions(PackageFinder finder, VersionBatch batch) => (_finder, _batch) = (finder, batch);

    /// <inheritdoc/>
    public async Task<DeletePackageVersionsResult> RunAsync(DeletePackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, package) = await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var expected = new Expectation(Status: input.ExpectedStatus);
        var end = await _batch.RunAsync(id, VersionRequests.Each(input.Versions), package, (version, before) => StatusRules.Delete(version, before, expected), cancellationToken);
        return new DeletePackageVersionsResult { SuccessfulVersions = VersionViews.All(end), FailedVersions = VersionViews.Failed(end) };
    }
}
