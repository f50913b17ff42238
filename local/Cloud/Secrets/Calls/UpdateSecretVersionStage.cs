using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Moves a label between versions.</summary>
internal sealed class UpdateSecretVersionStage(SecretStore store, SecretShapes shapes, TimeProvider time) : SecretCall<UpdateSecretVersionStage.Input>("updateSecretVersionStage")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await store.GetLiveAsync(input.SecretId, cancellationToken);
        return shapes.Named(await store.ChangeAsync(
            input.SecretId, secret => StageMove.Of(secret, input.VersionStage, input.RemoveFromVersionId, input.MoveToVersionId) with { ChangedAt = time.GetUtcNow() }, null, cancellationToken));
    }

    /// <summary>Secrets Manager's UpdateSecretVersionStageRequest.</summary>
    internal sealed record Input(string SecretId, string VersionStage, string? RemoveFromVersionId, string? MoveToVersionId);
}
