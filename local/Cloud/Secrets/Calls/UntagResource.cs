using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Takes tags from a secret.</summary>
internal sealed class UntagResource(SecretStore store) : SecretCall<UntagResource.Input>("untagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await store.GetLiveAsync(input.SecretId, cancellationToken);
        await store.ChangeAsync(input.SecretId, secret => secret with { Tags = TagRules.Without(secret.Tags, input.TagKeys) }, null, cancellationToken);
        return [];
    }

    /// <summary>Secrets Manager's UntagResourceRequest.</summary>
    internal sealed record Input(string SecretId, IReadOnlyList<string> TagKeys);
}
