using System.Text.Json.Nodes;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>Which actions wait for a run's end.</summary>
internal sealed class RunWatches(ITable table)
{
    private const string ActionPrefix = "ACTION#";

    /// <summary>An action waits for a week at most.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Safe to repeat.</summary>
    public Task AddAsync(string pipelineExecutionId, string actionExecutionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        table.PutAsync(new PutItem(new Key(Partition(pipelineExecutionId), ActionPrefix + actionExecutionId), new JsonObject { ["id"] = actionExecutionId }, ExpiresAt: now + Kept), cancellationToken);

    public async Task<IReadOnlyList<string>> OfRunAsync(string pipelineExecutionId, CancellationToken cancellationToken)
    {
        var actions = new List<string>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition(pipelineExecutionId), ActionPrefix), cancellationToken))
        {
            actions.Add(item.Attributes["id"]!.GetValue<string>());
        }

        return actions;
    }

    private static string Partition(string pipelineExecutionId) => $"RUNWATCHES#{pipelineExecutionId}";
}
