using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.ActionTypes;

/// <summary>Makes a type of actions, whose jobs workers of the team's own do.</summary>
public sealed class CreateCustomActionType : IOperation<CreateCustomActionTypeInput, CreateCustomActionTypeOutput>
{
    private readonly CustomActionTypes _types;

    internal CreateCustomActionType(CustomActionTypes types) => _types = types;

    /// <inheritdoc/>
    public async Task<CreateCustomActionTypeOutput> RunAsync(CreateCustomActionTypeInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var type = new ActionType
        {
            Id = new ActionTypeId { Category = input.Category, Owner = ActionOwner.Custom, Provider = input.Provider, Version = input.Version },
            Settings = input.Settings,
            ActionConfigurationProperties = input.ConfigurationProperties,
            InputArtifactDetails = input.InputArtifactDetails,
            OutputArtifactDetails = input.OutputArtifactDetails,
        };
        var tags = TagFaults.Checked(input.Tags);
        await _types.CreateAsync(type, tags, cancellationToken);
        return new CreateCustomActionTypeOutput { ActionType = type, Tags = TagFaults.Shown(tags) };
    }
}
