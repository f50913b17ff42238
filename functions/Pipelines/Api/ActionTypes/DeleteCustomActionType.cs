using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Deletes a type of actions; its version is used up.</summary>
public sealed class DeleteCustomActionType : IOperation<DeleteCustomActionTypeInput, NoOutput>
{
    private readonly CustomActionTypes _types;

    internal DeleteCustomActionType(CustomActionTypes types) => _types = types;

    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DeleteCustomActionTypeInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _types.DeleteAsync(new ActionTypeId { Category = input.Category, Owner = ActionOwner.Custom, Provider = input.Provider, Version = input.Version }, cancellationToken);
        return NoOutput.Value;
    }
}
