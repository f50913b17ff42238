using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>Which run started which: a pipeline that starts itself, by however many others, would never come to an end.</summary>
internal sealed class RunOrigins(PipelineRunStore runs, SuiteAccount account)
{
    /// <summary>Nobody has so many pipelines one behind the other.</summary>
    private const int Deepest = 50;

    /// <summary>What the trigger of a run tells that an action starts: the ARN of the action's pipeline, and the run's id.</summary>
    public string Of(ActionRequest request) => $"{Prefix}{request.PipelineName}/{request.PipelineExecutionId}";

    /// <summary>The pipelines by which a pipeline would start itself, the first of them first; null if it would not.</summary>
    public async Task<IReadOnlyList<string>?> CircleAsync(ActionRequest request, string pipeline, CancellationToken cancellationToken)
    {
        var chain = new List<string>();
        for (var (name, id) = (request.PipelineName, request.PipelineExecutionId); chain.Count < Deepest;)
        {
            chain.Insert(0, name);
            if (name == pipeline)
            {
                return [.. chain, pipeline];
            }

            var run = await runs.FindAsync(name, id, cancellationToken);
            if (run?.Value.Trigger.TriggerDetail is not { } detail || !detail.StartsWith(Prefix, StringComparison.Ordinal) || detail[Prefix.Length..].Split('/') is not [var from, var origin])
            {
                return null;
            }

            (name, id) = (from, origin);
        }

        return chain;
    }

    private string Prefix => account.Arn("codepipeline", "");
}
