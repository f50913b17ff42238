using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>The types of actions that a pipeline may name here and now.</summary>
internal sealed class TypesHere(ActionTypeStore types, UnavailableKinds unavailable)
{
    public async Task<KnownTypes> ReadAsync(CancellationToken cancellationToken) => new([.. (await types.ListAsync(cancellationToken)).Select(Custom)], unavailable.Kinds);

    private static CustomType Custom(StoredActionType stored) => new(
        stored.Type.Id,
        new CountRange(stored.Type.InputArtifactDetails.MinimumCount, stored.Type.InputArtifactDetails.MaximumCount),
        new CountRange(stored.Type.OutputArtifactDetails.MinimumCount, stored.Type.OutputArtifactDetails.MaximumCount),
        [.. (stored.Type.ActionConfigurationProperties ?? []).Select(property => new ConfigurationKey(property.Name, property.Required) { Secret = property.Secret, Queryable = property.Queryable ?? false, Description = property.Description })]);
}
