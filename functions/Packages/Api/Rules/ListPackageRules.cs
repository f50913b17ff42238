namespace Sluice.Packages.Api.Rules;

/// <summary>Lists the repositories and package groups of a domain that have rules.</summary>
public sealed class ListPackageRules : IOperation<ListPackageRulesRequest, ListPackageRulesResult>
{
    private readonly RuleOwners _owners;

    internal ListPackageRules(RuleOwners owners) => _owners = owners;

    /// <inheritdoc/>
    public async Task<ListPackageRulesResult> RunAsync(ListPackageRulesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (page, token) = ListedPage.Of(await _owners.AllAsync(input.Domain, cancellationToken), rules => rules.ResourceArn!, $"rules of {input.Domain}", input.NextToken, input.MaxResults);
        return new ListPackageRulesResult { Rules = page, NextToken = token };
    }
}
