using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>A secret has no policy here: a key's role says what it may do.</summary>
internal sealed class GetResourcePolicy(SecretStore store, SecretShapes shapes) : SecretCall<GetResourcePolicy.Input>("getResourcePolicy")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) => shapes.Named(await store.GetAsync(input.SecretId, cancellationToken));

    /// <summary>Secrets Manager's GetResourcePolicyRequest.</summary>
    internal sealed record Input(string SecretId);
}
