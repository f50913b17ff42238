namespace Sluice.BuildRunner.Packages;

/// <summary>The service that keeps packages.</summary>
internal interface IPackageService
{
    /// <summary>Where it is, with a slash at its end.</summary>
    Uri Endpoint { get; }

    /// <summary>What the build signs in with to the repositories of a domain. A secret.</summary>
    /// <param name="domain">Which domain.</param>
    /// <param name="asOf">As of which time it is given versions; null for whatever time it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    Task<string> TokenAsync(string domain, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>A build's way to a repository.</summary>
    /// <returns>Null if there is no such repository.</returns>
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    Task<PackageAccess?> OpenAsync(PackageChoice choice, CancellationToken cancellationToken);
}
