using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Lists the types of rules that conditions may have.</summary>
public sealed class ListRuleTypes : IOperation<ListRuleTypesInput, ListRuleTypesOutput>
{
    private readonly ActionTypeList _types;

    internal ListRuleTypes(ActionTypeList types) => _types = types;

    /// <inheritdoc/>
    public Task<ListRuleTypesOutput> RunAsync(ListRuleTypesInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ListRuleTypesOutput { RuleTypes = _types.Rules(input.RegionFilter) });
}
