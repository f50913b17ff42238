using Sluice.Packages.Api.Packages;
using Sluice.Packages.Records;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Gives versions another status.</summary>
public sealed class UpdatePackageVersionsStatus : IOperation<UpdatePackageVersionsStatusRequest, UpdatePackageVersionsStatusResult>
{
    private readonly PackageFinder _finder;
    private readonly VersionBatch _batch;
    private readonly TimeProvider _time;

    internal UpdatePackageVersionsStatus(PackageFinder finder, VersionBatch batch, TimeProvider time) => (_finder, _batch, _time) = (finder, batch, time);

    /// <inheritdoc/>
    public async Task<UpdatePackageVersionsStatusResult> RunAsync(UpdatePackageVersionsStatusRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        VersionRequests.CheckRevisions(input.Versions, input.VersionRevisions);
        if (!StatusRules.CanBeGiven(input.TargetStatus))
        {
            throw PackageErrors.Invalid($"targetStatus is {input.TargetStatus}; expected Published, Unlisted or Archived{(input.TargetStatus is PackageVersionStatus.Disposed ? ". Versions are disposed of by dispose-package-versions" : "")}");
        }

        var (id, package) = await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var (expected, now) = (new Expectation(input.VersionRevisions, input.ExpectedStatus), _time.GetUtcNow());
        var end = await _batch.RunAsync(id, VersionRequests.Each(input.Versions), package, (version, before) => StatusRules.Update(version, before, expected, input.TargetStatus, now), cancellationToken);
        return new UpdatePackageVersionsStatusResult { SuccessfulVersions = VersionViews.All(end), FailedVersions = VersionViews.Failed(end) };
    }
}
