using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The older name of <see cref="UntagResource"/>.</summary>
internal sealed class UntagLogGroup(LogCatalog catalog) : LogsCall<UntagLogGroup.Input>("untagLogGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.ChangeAsync(input.LogGroupName, group => LogTags.Without(group, input.Tags), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' UntagLogGroupRequest.</summary>
    internal sealed record Input(string LogGroupName, IReadOnlyList<string> Tags);
}
