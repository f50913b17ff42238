using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Tags;

/// <summary>Tags of domains, repositories and package groups, by their ARNs.</summary>
internal sealed class TaggedResources(DomainStore domains, RepositoryStore repositories, GroupStore groups, SuiteAccount account)
{
    private const string Service = "codeartifact";

    /// <exception cref="ApiException">There is no such resource.</exception>
    public async Task<IReadOnlyList<ResourceTag>> TagsAsync(string arn, CancellationToken cancellationToken) => Read(arn) switch
    {
        (var domain, null, null) => (await domains.GetAsync(domain, cancellationToken)).Tags,
        (var domain, { } repository, _) => (await repositories.GetAsync(new RepositoryId(domain, repository), cancellationToken)).Tags,
        (var domain, _, { } pattern) => (await groups.GetAsync(domain, pattern, cancellationToken)).Tags,
    };

    /// <exception cref="ApiException">There is no such resource, or what the change throws.</exception>
    public Task ChangeAsync(string arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken) => Read(arn) switch
    {
        (var domain, null, null) => domains.ChangeAsync(domain, before => before with { Tags = change(before.Tags) }, cancellationToken),
        (var domain, { } repository, _) => repositories.ChangeAsync(new RepositoryId(domain, repository), before => before with { Tags = change(before.Tags) }, cancellationToken),
        (var domain, _, { } pattern) => groups.ChangeAsync(domain, pattern, before => before with { Tags = change(before.Tags) }, cancellationToken),
    };

    private (string Domain, string? Repository, string? Pattern) Read(string arn)
    {
        var read = ResourceArn.Read(arn) is { Service: Service } known && known.IsOf(account) ? known : throw Refused(arn);
        if (read.Name("domain/") is { } domain && !domain.Contains('/'))
        {
            return (domain, null, null);
        }

        return read.Name("repository/")?.Split('/') is [var home, { Length: > 0 } repository] ? (home, repository, null)
            : read.Name("package-group/")?.Split('/', 2) is [var owner, { Length: > 0 } pattern] ? (owner, null, $"/{pattern}")
            : throw Refused(arn);
    }

    private ApiException Refused(string arn) =>
        PackageErrors.Invalid($"resourceArn is '{arn}'; expected the ARN of a domain, a repository or a package group, such as {account.Arn(Service, "domain/NAME")}, …:repository/DOMAIN/NAME or …:package-group/DOMAIN/PATTERN");
}
