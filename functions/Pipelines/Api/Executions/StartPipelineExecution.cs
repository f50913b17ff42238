using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Starts a run: of the newest revisions, or of those that are named.</summary>
public sealed class StartPipelineExecution : IOperation<StartPipelineExecutionInput, StartPipelineExecutionOutput>
{
    private readonly ExecutionStarts _starts;

    internal StartPipelineExecution(ExecutionStarts starts) => _starts = starts;

    /// <inheritdoc/>
    public async Task<StartPipelineExecutionOutput> RunAsync(StartPipelineExecutionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        try
        {
            return new StartPipelineExecutionOutput { PipelineExecutionId = await _starts.StartAsync(RequestOf(input, context), cancellationToken) };
        }
        catch (SourceUnavailableException e)
        {
            throw InvalidRequest.Of($"The pipeline '{input.Name}' was not started, since a source cannot be read: {e.Message}");
        }
    }

    private static StartRequest RequestOf(StartPipelineExecutionInput input, OperationContext context) => new(input.Name, input.ClientRequestToken)
    {
        Variables = input.Variables ?? [],
        SourceRevisions = input.SourceRevisions ?? [],
        StartedBy = context.Caller?.Name,
    };
}
