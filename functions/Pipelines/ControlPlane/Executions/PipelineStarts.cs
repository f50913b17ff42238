using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Pipelines;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Starts runs for actions as whoever starts one by hand.</summary>
internal sealed class PipelineStarts(ExecutionStarts starts) : IPipelineStarts
{
    /// <inheritdoc/>
    public async Task<string> StartAsync(PipelineStart start, CancellationToken cancellationToken)
    {
        try
        {
            return await starts.StartAsync(new StartRequest(start.PipelineName, start.Token, start.Detail) { Variables = start.Variables, SourceRevisions = start.SourceRevisions }, cancellationToken);
        }
        catch (Exception e) when (e is ApiException or SourceUnavailableException)
        {
            throw new PipelineRefusedException(e.Message, e);
        }
    }
}
