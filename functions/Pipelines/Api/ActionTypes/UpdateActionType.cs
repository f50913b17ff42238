using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Changes a partner's type of actions, or makes it. Jobs that there are stay as they began.</summary>
public sealed class UpdateActionType : IOperation<UpdateActionTypeInput, NoOutput>
{
    private readonly PartnerActionTypes _types;

    internal UpdateActionType(PartnerActionTypes types) => _types = types;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(UpdateActionTypeInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _types.UpdateAsync(input.ActionType, cancellationToken);
        return NoOutput.Value;
    }
}
