using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Takes tags from a group.</summary>
internal sealed class UntagResource(LogCatalog catalog, CloudIdentity identity) : LogsCall<UntagResource.Input>("untagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.ChangeAsync(GroupNames.OfArn(input.ResourceArn, identity), group => LogTags.Without(group, input.TagKeys), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' UntagResourceRequest.</summary>
    internal sealed record Input(string ResourceArn, IReadOnlyList<string> TagKeys);
}
