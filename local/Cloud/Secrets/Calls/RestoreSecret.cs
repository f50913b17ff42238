using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Has a secret stay that was to be removed.</summary>
internal sealed class RestoreSecret(SecretStore store, SecretShapes shapes) : SecretCall<RestoreSecret.Input>("restoreSecret")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        shapes.Named(await store.ChangeAsync(input.SecretId, static secret => secret with { DeletedAt = null, GoneAt = null }, null, cancellationToken));

    /// <summary>Secrets Manager's RestoreSecretRequest.</summary>
    internal sealed record Input(string SecretId);
}
