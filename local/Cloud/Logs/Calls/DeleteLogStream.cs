using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Deletes a stream with its events.</summary>
internal sealed class DeleteLogStream(LogCatalog catalog, LogFolders folders) : LogsCall<DeleteLogStream.Input>("deleteLogStream")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var group = await catalog.GetAsync(input.LogGroupName, cancellationToken);
        var stream = await catalog.DeleteAsync(group, input.LogStreamName, cancellationToken);
        folders.Delete(group.Id, stream.Id);
        return [];
    }

    /// <summary>CloudWatch Logs' DeleteLogStreamRequest.</summary>
    internal sealed record Input(string LogGroupName, string LogStreamName);
}
