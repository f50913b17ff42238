using Sluice.Packages.Model;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Accounts;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Repositories as the API shows them.</summary>
internal sealed class RepositoryViews(UpstreamSettings upstreams, SuiteAccount account)
{
    public string Arn(RepositoryId id) => account.Arn("codeartifact", $"repository/{id}");

    public RepositoryDescription Describe(StoredRepository repository) => new()
    {
        Name = repository.Name,
        DomainName = repository.Domain,
        DomainOwner = account.AccountId,
        AdministratorAccount = account.AccountId,
        Arn = Arn(repository.Id),
        Description = repository.Description,
        CreatedTime = repository.CreatedAt,
        Upstreams = [.. repository.Upstreams.Select(name => new UpstreamRepositoryInfo { RepositoryName = name })],
        ExternalConnections = upstreams.Find(repository.ExternalConnection) is { } connection
            ? [new RepositoryExternalConnectionInfo { ExternalConnectionName = connection.Name, PackageFormat = connection.Format, Status = ExternalConnectionStatus.Available }]
            : [],
    };

    public RepositorySummary Summarize(StoredRepository repository) => new()
    {
        Name = repository.Name,
        DomainName = repository.Domain,
        DomainOwner = account.AccountId,
        AdministratorAccount = account.AccountId,
        Arn = Arn(repository.Id),
        Description = repository.Description,
        CreatedTime = repository.CreatedAt,
    };

    /// <summary>Whether an account has made the repositories; there is one only.</summary>
    public bool IsAdministrator(string? asked) => asked is null || asked == account.AccountId;
}
