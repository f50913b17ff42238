using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Has a group keep its events for ever.</summary>
internal sealed class DeleteRetentionPolicy(LogCatalog catalog) : LogsCall<DeleteRetentionPolicy.Input>("deleteRetentionPolicy")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        await catalog.ChangeAsync(input.LogGroupName, static group => group with { RetentionInDays = null }, cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' DeleteRetentionPolicyRequest.</summary>
    internal sealed record Input(string LogGroupName);
}
