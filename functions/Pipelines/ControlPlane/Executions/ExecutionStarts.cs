using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Starts a run of the heads of a pipeline's sources, also if they were released before.</summary>
public sealed class ExecutionStarts
{
    private readonly PipelineStore _pipelines;
    private readonly SourceHeads _heads;
    private readonly RunStarter _starter;

    internal ExecutionStarts(PipelineStore pipelines, SourceHeads heads, RunStarter starter)
    {
        _pipelines = pipelines;
        _heads = heads;
        _starter = starter;
    }

    /// <returns>The run's id: of the one that this client token began before, if it did.</returns>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    /// <exception cref="SourceUnavailableException">The head of a source cannot be read; nothing was started.</exception>
    public async Task<string> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        ClientTokens.Check(request.ClientRequestToken);
        return await Contention.DecideAsync($"The pipeline '{request.Name}'", () => TryAsync(request, cancellationToken));
    }

    /// <returns>Null if a poll took a source up meanwhile, so that the heads are read again.</returns>
    private async Task<string?> TryAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var stored = await _pipelines.FindAsync(request.Name, cancellationToken) ?? throw new PipelineNotFoundException(request.Name);
        return await _starter.FindByTokenAsync(request.Name, request.ClientRequestToken, cancellationToken)
            ?? await _starter.StartAsync(await RunAsync(stored.Value.Pipeline, request, cancellationToken), cancellationToken);
    }

    private async Task<NewRun> RunAsync(PipelineDeclaration pipeline, StartRequest request, CancellationToken cancellationToken)
    {
        RevisionOverrides.Check(pipeline, request.SourceRevisions);
        var variables = request.IsLenient ? PipelineVariables.Known(pipeline, request.Variables) : PipelineVariables.Of(pipeline, request.Variables);
        var sights = await _heads.LookAsync(pipeline, Look.ByHand, cancellationToken);
        var trigger = new ExecutionTrigger { TriggerType = request.TriggerType, TriggerDetail = request.Detail ?? request.StartedBy ?? "Started by hand" };
        var (revisions, taken) = RevisionOverrides.Apply(pipeline, sights, request.SourceRevisions);
        return new NewRun(pipeline, revisions, trigger) { Sights = taken, ClientRequestToken = request.ClientRequestToken, StartedBy = request.StartedBy, Variables = variables };
    }
}
