using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>Tells runs that have ended. What their builds and deployments did is told by the services that did it.</summary>
internal sealed class RunTraces(PipelineRunStore runs, PipelineStore pipelines) : ITraceSource
{
    public string DetailType => "CodePipeline Pipeline Execution State Change";

    /// <summary>Nothing of a run whose pipeline is gone, or that a retry has taken up again: it is told as a whole when it has ended.</summary>
    public async Task<IReadOnlyList<Span>> ReadAsync(JsonObject detail, CancellationToken cancellationToken)
    {
        if ((string?)detail["pipeline"] is not { } pipeline || (string?)detail["execution-id"] is not { } id
            || await runs.FindAsync(pipeline, id, cancellationToken) is not { Value: { HasEnded: true } run })
        {
            return [];
        }

        return await FindVersionAsync(run, cancellationToken) is { } declared ? RunSpans.Of(declared, run) : [];
    }

    private async Task<PipelineDeclaration?> FindVersionAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken);
        }
        catch (PipelineNotFoundException)
        {
            return null;
        }
    }
}
