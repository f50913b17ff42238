using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Deletes a group with all that is in it.</summary>
internal sealed class DeleteLogGroup(LogCatalog catalog, LogBroom broom) : LogsCall<DeleteLogGroup.Input>("deleteLogGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await broom.RemoveAsync(await catalog.DeleteAsync(input.LogGroupName, cancellationToken), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' DeleteLogGroupRequest.</summary>
    internal sealed record Input(string LogGroupName);
}
