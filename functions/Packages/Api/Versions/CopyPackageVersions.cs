using Sluice.Packages.Api.Packages;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Copies versions into another repository of the domain. Those that are there already are named nowhere in the answer.</summary>
public sealed class CopyPackageVersions : IOperation<CopyPackageVersionsRequest, CopyPackageVersionsResult>
{
    private readonly PackageFinder _finder;
    private readonly CopyVersions _copy;

    internal CopyPackageVersions(PackageFinder finder, CopyVersions copy) => (_finder, _copy) = (finder, copy);

    /// <inheritdoc/>
    public async Task<CopyPackageVersionsResult> RunAsync(CopyPackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var versions = VersionRequests.Copied(input);
        var source = await _finder.IdAsync(input.Domain, input.SourceRepository, input.Format, input.Namespace, input.Package, cancellationToken);
        var end = await _copy.RunAsync(source, input.DestinationRepository, versions, new Expectation(input.VersionRevisions), input.AllowOverwrite is true, input.IncludeFromUpstream is true, cancellationToken);
        return new CopyPackageVersionsResult { SuccessfulVersions = VersionViews.Succeeded(end.Changed), FailedVersions = VersionViews.Failed(end) };
    }
}
