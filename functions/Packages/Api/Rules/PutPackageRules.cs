using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Ids;

namespace Sluice.Packages.Api.Rules;

/// <summary>Gives a repository or a package group rules, in place of those that it has; an empty document takes them away.</summary>
public sealed class PutPackageRules : IOperation<PutPackageRulesRequest, PutPackageRulesResult>
{
    private readonly RuleOwners _owners;
    private readonly IIds _ids;

    internal PutPackageRules(RuleOwners owners, IIds ids) => (_owners, _ids) = (owners, ids);

    /// <inheritdoc/>
    public async Task<PutPackageRulesResult> RunAsync(PutPackageRulesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        RuleOwners.Check(input.Repository, input.PackageGroup);
        var (rules, revision) = (RuleDocument.Read("rulesDocument", input.RulesDocument), _ids.Secret());
        return new PutPackageRulesResult { Rules = await _owners.ChangeAsync(input.Domain, input.Repository, input.PackageGroup, before => After(before, rules, input, revision), cancellationToken) };
    }

    private static StoredRules? After(StoredRules? before, PackageRules rules, PutPackageRulesRequest input, string revision)
    {
        if (input.RulesRevision is { } expected && expected != before?.Revision)
        {
            throw PackageErrors.Conflict($"rulesRevision is {expected}; {(before is null ? "there are no rules" : $"the rules have {before.Revision}")}. Read them again.");
        }

        return rules is { GivesAll: true, Retention: null } ? null : before?.Document == input.RulesDocument ? before : new StoredRules(rules, input.RulesDocument, revision);
    }
}
