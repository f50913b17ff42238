using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Adds tags to a group, or changes them.</summary>
internal sealed class TagResource(LogCatalog catalog, CloudIdentity identity) : LogsCall<TagResource.Input>("tagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.ChangeAsync(GroupNames.OfArn(input.ResourceArn, identity), group => LogTags.With(group, input.Tags), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' TagResourceRequest.</summary>
    internal sealed record Input(string ResourceArn, Dictionary<string, string> Tags);
}
