using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Adds tags to a secret, or changes them.</summary>
internal sealed class TagResource(SecretStore store) : SecretCall<TagResource.Input>("tagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await store.GetLiveAsync(input.SecretId, cancellationToken);
        await store.ChangeAsync(input.SecretId, secret => secret with { Tags = SecretTags.With(secret.Tags, input.Tags) }, null, cancellationToken);
        return [];
    }

    /// <summary>Secrets Manager's TagResourceRequest.</summary>
    internal sealed record Input(string SecretId, IReadOnlyList<ResourceTag> Tags);
}
