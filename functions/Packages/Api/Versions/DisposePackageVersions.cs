using Sluice.Packages.Api.Packages;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Takes versions their assets, for good; what is known of them stays.</summary>
public sealed class DisposePackageVersions : IOperation<DisposePackageVersionsRequest, DisposePackageVersionsResult>
{
    private readonly PackageFinder _finder;
    private readonly VersionBatch _batch;

    internal DisposePackageVersions(PackageFinder finder, VersionBatch batch) => (_finder, _batch) = (finder, batch);

    /// <inheritdoc/>
    public async Task<DisposePackageVersionsResult> RunAsync(DisposePackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        VersionRequests.CheckRevisions(input.Versions, input.VersionRevisions);
        var (id, package) = await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var expected = new Expectation(input.VersionRevisions, input.ExpectedStatus);
        var end = await _batch.RunAsync(id, VersionRequests.Each(input.Versions), package, (version, before) => StatusRules.Dispose(version, before, expected), cancellationToken);
        return new DisposePackageVersionsResult { SuccessfulVersions = VersionViews.All(end), FailedVersions = VersionViews.Failed(end) };
    }
}
