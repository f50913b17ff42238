using Sluice.Packages.Api.Packages;
using Sluice.Packages.Versions;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Quarantines;

/// <summary>Lifts the quarantine of versions, or all of a package.</summary>
public sealed class ReleasePackageVersions : IOperation<ReleasePackageVersionsRequest, ReleasePackageVersionsResult>
{
    private const int Most = 100;
    private readonly Quarantine _quarantine;

    internal ReleasePackageVersions(Quarantine quarantine) => _quarantine = quarantine;

    /// <inheritdoc/>
    public async Task<ReleasePackageVersionsResult> RunAsync(ReleasePackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        PackageFinder.Check(input.Format, input.Namespace);
        var versions = input.Versions is null ? null : Batches.Check(input.Versions, Most, CommonErrors.Validation, CommonErrors.Validation);
        var lifted = await _quarantine.LiftAsync(QuarantineViews.Id(input.Domain, input.Format, input.Namespace, input.Package), versions, context.Caller!.Name, cancellationToken);
        return new ReleasePackageVersionsResult { Quarantines = [.. lifted.Select(QuarantineViews.Write)] };
    }
}
