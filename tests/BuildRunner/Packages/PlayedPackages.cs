using Sluice.BuildRunner.Packages;

namespace Sluice.BuildRunner.Tests.Packages;

/// <summary>A service of packages that is played: it has one repository, and may not answer the first times.</summary>
internal sealed class PlayedPackages(string domain = "sluice", string repository = "builds", params IReadOnlyCollection<string> outside) : IPackageService
{
    public const string Token = "a.token.of-the-build";

    public Uri Endpoint { get; init; } = new("http://127.0.0.1:4566/");

    /// <summary>How often it does not answer.</summary>
    public int Failures { get; set; }

    public int Asked { get; private set; }

    /// <summary>As of which time it was asked.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    public Task<string> TokenAsync(string wanted, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        wanted == domain && Failures == 0 ? Task.FromResult(Token) : throw new HttpRequestException("Connection refused");

    public Task<PackageAccess?> OpenAsync(PackageChoice choice, CancellationToken cancellationToken)
    {
        Asked++;
        AsOf = choice.AsOf;
        return Asked <= Failures ? throw new HttpRequestException("Connection refused")
            : Task.FromResult((choice.Domain, choice.Repository) == (domain, repository) ? new PackageAccess(domain, repository, Endpoint, Token, outside) : null);
    }
}
