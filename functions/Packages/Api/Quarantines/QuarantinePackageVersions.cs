using Sluice.Packages.Api.Packages;
using Sluice.Packages.Versions;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Quarantines;

/// <summary>Stops versions of a package, or all of them, in the whole domain.</summary>
public sealed class QuarantinePackageVersions : IOperation<QuarantinePackageVersionsRequest, QuarantinePackageVersionsResult>
{
    private const int Most = 100;
    private readonly Quarantine _quarantine;

    internal QuarantinePackageVersions(Quarantine quarantine) => _quarantine = quarantine;

    /// <inheritdoc/>
    public async Task<QuarantinePackageVersionsResult> RunAsync(QuarantinePackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        PackageFinder.Check(input.Format, input.Namespace);
        var versions = input.Versions is null ? null : Batches.Check(input.Versions, Most, CommonErrors.Validation, CommonErrors.Validation);
        var put = await _quarantine.PutAsync(QuarantineViews.Id(input.Domain, input.Format, input.Namespace, input.Package), versions, input.Reason, context.Caller!.Name, cancellationToken);
        return new QuarantinePackageVersionsResult { Quarantines = [.. put.Select(QuarantineViews.Write)] };
    }
}
