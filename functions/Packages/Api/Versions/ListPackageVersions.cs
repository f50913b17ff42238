using System.Globalization;
using Sluice.Packages.Api.Packages;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Lists the versions of a package, of every status.</summary>
public sealed class ListPackageVersions : IOperation<ListPackageVersionsRequest, ListPackageVersionsResult>
{
    private readonly PackageFinder _finder;
    private readonly PackageStore _packages;

    internal ListPackageVersions(PackageFinder finder, PackageStore packages) => (_finder, _packages) = (finder, packages);

    /// <inheritdoc/>
    public async Task<ListPackageVersionsResult> RunAsync(ListPackageVersionsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, _) = await _finder.GetAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, cancellationToken);
        var all = await _packages.VersionsAsync(id, cancellationToken);
        var asked = all.Where(version => (input.Status is null || input.Status == version.Status) && (input.OriginType is null || input.OriginType == version.Origin.Type));
        var (page, token) = ListedPage.Of(asked, version => KeyOf(version, input.SortBy), $"versions of {id} {input.Status} {input.OriginType} {input.SortBy}", input.NextToken, input.MaxResults);
        return new ListPackageVersionsResult
        {
            Format = id.Format,
            Namespace = id.Namespace,
            Package = id.Name,
            DefaultDisplayVersion = DisplayVersion.Of(id.Format, all, await _packages.TagsAsync(id, cancellationToken)),
            Versions = [.. page.Select(VersionViews.Summarize)],
            NextToken = token,
        };
    }

    /// <summary>What was published last comes first; what was not yet, last.</summary>
    private static string KeyOf(StoredVersion version, PackageVersionSortType? order) => order is PackageVersionSortType.PUBLISHED_TIME
        ? $"{(DateTimeOffset.MaxValue - (version.PublishedAt ?? DateTimeOffset.MinValue)).Ticks.ToString("D19", CultureInfo.InvariantCulture)} {version.Version}"
        : version.Version;
}
