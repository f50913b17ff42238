using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Takes a revision that is reported of a source, and starts a run if it is new.</summary>
public sealed class PutActionRevision : IOperation<PutActionRevisionInput, PutActionRevisionOutput>
{
    private readonly RevisionReports _reports;

    internal PutActionRevision(RevisionReports reports) => _reports = reports;

    /// <inheritdoc/>
    public async Task<PutActionRevisionOutput> RunAsync(PutActionRevisionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (run, isNew) = await _reports.TakeAsync(input.PipelineName, input.StageName, input.ActionName, input.ActionRevision, cancellationToken);
            return new PutActionRevisionOutput { PipelineExecutionId = run, NewRevision = isNew };
        }
        catch (SourceUnavailableException e)
        {
            throw InvalidRequest.Of($"The pipeline '{input.PipelineName}' was not started, since a source cannot be read: {e.Message}");
        }
    }
}
