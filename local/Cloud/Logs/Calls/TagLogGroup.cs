using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The older name of <see cref="TagResource"/>.</summary>
internal sealed class TagLogGroup(LogCatalog catalog) : LogsCall<TagLogGroup.Input>("tagLogGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.ChangeAsync(input.LogGroupName, group => LogTags.With(group, input.Tags), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' TagLogGroupRequest.</summary>
    internal sealed record Input(string LogGroupName, Dictionary<string, string> Tags);
}
