using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Api;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>Types of actions that users make. A version is one definition for ever: once it was deleted, only the same definition brings it back.</summary>
internal sealed class CustomActionTypes(ActionTypeStore store)
{
    /// <exception cref="ApiException">It has faults, there is one of its version, or there are too many.</exception>
    public async Task CreateAsync(ActionType type, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        ActionTypeFaults.Throw(type);
        try
        {
            await store.ChangeAsync(type.Id, seen => Created(seen, new StoredActionType { Type = type, Tags = tags }), cancellationToken);
        }
        catch (ConcurrentModificationException e)
        {
            throw new ApiException(nameof(ConcurrentModificationException), e.Message);
        }
    }

    /// <summary>Marks it as deleted. As in CodePipeline, one that is not there is no error, and pipelines that use it are not asked.</summary>
    /// <exception cref="ApiException">Others changed it meanwhile.</exception>
    public async Task DeleteAsync(ActionTypeId id, CancellationToken cancellationToken)
    {
        try
        {
            await store.ChangeAsync(id, seen => seen is { IsDeleted: false } ? seen with { IsDeleted = true } : seen, cancellationToken);
        }
        catch (ConcurrentModificationException e)
        {
            throw new ApiException(nameof(ConcurrentModificationException), e.Message);
        }
    }

    private static StoredActionType Created(StoredActionType? seen, StoredActionType wanted) => seen switch
    {
        null => wanted,
        { IsDeleted: false } => throw new ApiException(CommonErrors.Validation, $"There is an action type {Named(wanted.Type.Id)} already; a type never changes, so give the new one another version."),
        _ when IsSame(seen.Type, wanted.Type) => wanted,
        _ => throw new ApiException(CommonErrors.Validation, $"{Named(wanted.Type.Id)} was another action type, which was deleted; take a version that was never used, or its very definition to have it back."),
    };

    private static bool IsSame(ActionType one, ActionType other) => JsonNode.DeepEquals(Json(one), Json(other));

    private static JsonNode? Json(ActionType type) => JsonSerializer.SerializeToNode(type, SluiceJson.Options);

    private static string Named(ActionTypeId id) => $"{id.Category} by '{id.Provider}', version '{id.Version}'";
}
