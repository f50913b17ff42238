using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Lists the types of actions: the suite's, partners' and the team's own.</summary>
public sealed class ListActionTypes : IOperation<ListActionTypesInput, ListActionTypesOutput>
{
    private readonly ActionTypeList _types;

    internal ListActionTypes(ActionTypeList types) => _types = types;

    /// <inheritdoc/>
    public async Task<ListActionTypesOutput> RunAsync(ListActionTypesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (types, token) = await _types.PageAsync(input.ActionOwnerFilter, input.RegionFilter, input.NextToken, cancellationToken);
        return new ListActionTypesOutput { ActionTypes = types, NextToken = token };
    }
}
