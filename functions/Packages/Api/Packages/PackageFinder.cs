using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Packages;

/// <summary>Finds what requests name: in the repository itself, since upstreams are for package managers alone.</summary>
internal sealed class PackageFinder(RepositoryStore repositories, PackageStore packages)
{
    /// <summary>A package by the names that its format keeps it under, in a repository that is there.</summary>
    /// <exception cref="ApiException">There is no such repository, or there can be no such package.</exception>
    public async Task<PackageId> IdAsync(string domain, string repository, PackageFormat format, string? space, string name, CancellationToken cancellationToken)
    {
        Check(format, space);
        await repositories.GetAsync(new RepositoryId(domain, repository), cancellationToken);
        return new PackageId(domain, repository, format, PackageNames.KeptNamespace(format, space), PackageNames.Kept(format, name));
    }

    /// <exception cref="ApiException">There is no such repository or package, or there can be none.</exception>
    public async Task<(PackageId Id, StoredPackage Package)> GetAsync(string domain, string repository, PackageFormat format, string? space, string name, CancellationToken cancellationToken)
    {
        var id = await IdAsync(domain, repository, format, space, name, cancellationToken);
        return (id, await packages.GetAsync(id, cancellationToken));
    }

    /// <exception cref="ApiException">There is no such repository, package or version, or there can be none.</exception>
    public async Task<(PackageId Id, StoredVersion Version)> VersionAsync(string domain, string repository, PackageFormat format, string? space, string name, string version, CancellationToken cancellationToken)
    {
        var (id, _) = await GetAsync(domain, repository, format, space, name, cancellationToken);
        return (id, (await packages.FindVersionAsync(id, version, cancellationToken))?.Value ?? throw PackageErrors.NoVersion(id, version));
    }

    /// <exception cref="ApiException">No package of this format can have this namespace.</exception>
    public static void Check(PackageFormat format, string? space)
    {
        var faults = new RequestFaults();
        faults.Require(space is null || PackageNames.MayHaveNamespace(format), CommonErrors.Validation, $"namespace is '{space}'; packages of {format} have none");
        faults.Require(space is not null || !PackageNames.MustHaveNamespace(format), CommonErrors.Validation, $"namespace: expected it, since packages of {format} have one");
        faults.Throw();
    }
}
