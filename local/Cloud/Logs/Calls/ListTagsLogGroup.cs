using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The older name of <see cref="ListTagsForResource"/>.</summary>
internal sealed class ListTagsLogGroup(LogCatalog catalog) : LogsCall<ListTagsLogGroup.Input>("listTagsLogGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) => LogTags.Answer(await catalog.GetAsync(input.LogGroupName, cancellationToken));

    /// <summary>CloudWatch Logs' ListTagsLogGroupRequest.</summary>
    internal sealed record Input(string LogGroupName);
}
