using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Shows a run.</summary>
public sealed class GetPipelineExecution : IOperation<GetPipelineExecutionInput, GetPipelineExecutionOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly PipelineRunStore _runs;
    private readonly PipelineStore _store;

    internal GetPipelineExecution(PipelineCatalog pipelines, PipelineRunStore runs, PipelineStore store) => (_pipelines, _runs, _store) = (pipelines, runs, store);

    /// <inheritdoc/>
    public async Task<GetPipelineExecutionOutput> RunAsync(GetPipelineExecutionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _pipelines.GetAsync(input.PipelineName, cancellationToken);
        var run = (await _runs.GetAsync(input.PipelineName, input.PipelineExecutionId, cancellationToken)).Value;
        return new GetPipelineExecutionOutput { PipelineExecution = ExecutionShapes.Execution(await _store.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken), run) };
    }
}
