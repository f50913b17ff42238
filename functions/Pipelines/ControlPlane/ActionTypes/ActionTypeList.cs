using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>All types of actions that pipelines of this account may use.</summary>
internal sealed class ActionTypeList(ActionTypeStore store, SuiteAccount account)
{
    /// <exception cref="Platform.Protocol.ApiException">The token was altered, or is of another list.</exception>
    public async Task<(IReadOnlyList<ActionType> Types, string? NextToken)> PageAsync(ActionOwner? owner, string? region, string? token, CancellationToken cancellationToken)
    {
        var stored = await store.ListAsync(cancellationToken);
        var all = ActionKinds.BuiltIn.Select(BuiltInShapes.Of)
            .Concat(stored.Where(type => type.IsFor(account.AccountId)).Select(type => type.Type))
            .Where(type => owner is null || type.Id.Owner == owner)
            .Where(_ => IsOurs(region));
        return ListPages.Of([.. all], $"{owner} {region}", token, most: null);
    }

    /// <summary>All types of rules; there are no others than the suite's.</summary>
    public IReadOnlyList<RuleType> Rules(string? region) => [.. RuleKinds.All.Where(_ => IsOurs(region)).Select(BuiltInShapes.Of)];

    private bool IsOurs(string? region) => region is null || region == account.Region;
}
