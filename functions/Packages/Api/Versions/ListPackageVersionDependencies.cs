using System.Globalization;
using Sluice.Packages.Api.Packages;
using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Versions;

/// <summary>Lists what a version says it needs.</summary>
public sealed class ListPackageVersionDependencies : IOperation<ListPackageVersionDependenciesRequest, ListPackageVersionDependenciesResult>
{
    private readonly PackageFinder _finder;

    internal ListPackageVersionDependencies(PackageFinder finder) => _finder = finder;

    /// <inheritdoc/>
    public async Task<ListPackageVersionDependenciesResult> RunAsync(ListPackageVersionDependenciesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        var numbered = version.Dependencies.Select((dependency, index) => (Dependency: dependency, Key: index.ToString("D9", CultureInfo.InvariantCulture)));
        var (page, token) = ListedPage.Of(numbered, one => one.Key, $"dependencies of {id} {version.Version} {version.Revision}", input.NextToken, null);
        return new ListPackageVersionDependenciesResult
        {
            Format = id.Format,
            Namespace = id.Namespace,
            Package = id.Name,
            Version = version.Version,
            VersionRevision = version.Revision,
            Dependencies = [.. page.Select(one => Write(one.Dependency))],
            NextToken = token,
        };
    }

    private static PackageDependency Write(StoredDependency dependency) =>
        new() { Namespace = dependency.Namespace, Package = dependency.Name, DependencyType = dependency.Type, VersionRequirement = dependency.Requirement };
}
