namespace Sluice.BuildRunner.Packages;

/// <summary>The service that keeps packages.</summary>
internal interface IPackageService
{
    /// <summary>A build's way to a repository.</summary>
    /// <returns>Null if there is no such repository.</returns>
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    Task<PackageAccess?> OpenAsync(PackageChoice choice, CancellationToken cancellationToken);
}
