using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Tells of a partner's type of actions, with who does its jobs.</summary>
public sealed class GetActionType : IOperation<GetActionTypeInput, GetActionTypeOutput>
{
    private readonly PartnerActionTypes _types;

    internal GetActionType(PartnerActionTypes types) => _types = types;

    /// <inheritdoc/>
    public async Task<GetActionTypeOutput> RunAsync(GetActionTypeInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { ActionType = await _types.GetAsync(input.Category, input.Owner, input.Provider, input.Version, cancellationToken) };
}
