using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>What was done for a run.</summary>
internal static class RunActions
{
    /// <summary>All of a run's actions, the oldest first.</summary>
    public static async Task<IReadOnlyList<ActionExecutionDetail>> OfAsync(SuiteClient suite, string pipeline, string run, CancellationToken stop)
    {
        var (all, token) = (new List<ActionExecutionDetail>(), (string?)null);
        do
        {
            var page = await suite.AskAsync<ListActionExecutionsOutput>(
                new ListActionExecutionsInput { PipelineName = pipeline, Filter = new ActionExecutionFilter { PipelineExecutionId = run }, NextToken = token }, stop);
            all.AddRange(page.ActionExecutionDetails ?? []);
            token = page.NextToken;
        }
        while (token is not null);
        return [.. all.OrderBy(action => action.StartTime)];
    }

    public static bool IsGoing(ActionExecutionDetail action) => action.Status == ActionExecutionStatus.InProgress;

    public static bool Is(ActionExecutionDetail action, ActionCategory category) => action.Input?.ActionTypeId?.Category == category;

    /// <summary>A value of its configuration, with its variables filled in.</summary>
    public static string? Setting(ActionExecutionDetail action, string key) =>
        (action.Input?.ResolvedConfiguration?.GetValueOrDefault(key) ?? action.Input?.Configuration?.GetValueOrDefault(key)) is { Length: > 0 } text ? text : null;

    /// <summary>What its service calls what it does; null while that is not told.</summary>
    public static string? ExternalId(ActionExecutionDetail action) => action.Output?.ExecutionResult?.ExternalExecutionId is { Length: > 0 } id ? id : null;
}
