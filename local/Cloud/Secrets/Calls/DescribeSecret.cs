using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>What is known of a secret, without its values.</summary>
internal sealed class DescribeSecret(SecretStore store, SecretShapes shapes) : SecretCall<DescribeSecret.Input>("describeSecret")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        shapes.Described(await store.GetAsync(input.SecretId, cancellationToken), "VersionIdsToStages");

    /// <summary>Secrets Manager's DescribeSecretRequest.</summary>
    internal sealed record Input(string SecretId);
}
