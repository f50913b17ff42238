using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Makes a stream in a group.</summary>
internal sealed class CreateLogStream(LogCatalog catalog) : LogsCall<CreateLogStream.Input>("createLogStream")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.CreateAsync(await catalog.GetAsync(input.LogGroupName, cancellationToken), input.LogStreamName, cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' CreateLogStreamRequest.</summary>
    internal sealed record Input(string LogGroupName, string LogStreamName);
}
