using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Rules;

/// <summary>What rules are of: repositories, and package groups.</summary>
internal sealed class RuleOwners(RepositoryStore repositories, GroupStore groups, SuiteAccount account)
{
    /// <exception cref="ApiException">Not one of the two is named.</exception>
    public static void Check(string? repository, string? packageGroup)
    {
        var faults = new RequestFaults();
        faults.Require(repository is null != packageGroup is null, CommonErrors.Validation, "expected one of repository and packageGroup, and not both");
        faults.Throw();
    }

    /// <exception cref="ApiException">There is no such repository or group.</exception>
    public async Task<PackageRulesDescription> ReadAsync(string domain, string? repository, string? packageGroup, CancellationToken cancellationToken)
    {
        Check(repository, packageGroup);
        return repository is not null
            ? Describe(await repositories.GetAsync(new RepositoryId(domain, repository), cancellationToken))
            : Describe(await groups.GetAsync(domain, GroupPatternReader.Read(packageGroup!).Text, cancellationToken));
    }

    /// <exception cref="ApiException">There is no such repository or group, or what the change throws.</exception>
    public async Task<PackageRulesDescription> ChangeAsync(string domain, string? repository, string? packageGroup, Func<StoredRules?, StoredRules?> change, CancellationToken cancellationToken)
    {
        Check(repository, packageGroup);
        return repository is not null
            ? Describe(await repositories.ChangeAsync(new RepositoryId(domain, repository), before => before with { Rules = change(before.Rules) }, cancellationToken))
            : Describe(await groups.ChangeAsync(domain, GroupPatternReader.Read(packageGroup!).Text, before => before with { Rules = change(before.Rules) }, cancellationToken));
    }

    /// <summary>All of a domain that have rules: groups first.</summary>
    /// <exception cref="ApiException">There is no such domain.</exception>
    public async Task<IReadOnlyList<PackageRulesDescription>> AllAsync(string domain, CancellationToken cancellationToken) =>
    [
        .. (await groups.TreeAsync(domain, cancellationToken)).All.Where(group => group.Rules is not null).Select(Describe),
        .. (await repositories.OfDomainAsync(domain, cancellationToken)).Where(repository => repository.Rules is not null).Select(Describe),
    ];

    private PackageRulesDescription Describe(StoredRepository repository) =>
        new() { ResourceArn = account.Arn("codeartifact", $"repository/{repository.Id}"), Repository = repository.Name, Document = repository.Rules?.Document, Revision = repository.Rules?.Revision };

    private PackageRulesDescription Describe(StoredGroup group) =>
        new() { ResourceArn = account.Arn("codeartifact", $"package-group/{group.Domain}{group.Pattern}"), PackageGroup = group.Pattern, Document = group.Rules?.Document, Revision = group.Rules?.Revision };
}
