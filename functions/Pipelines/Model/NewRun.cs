namespace Sluice.Pipelines.Model;

/// <summary>A run to be started.</summary>
/// <param name="Pipeline">As it was when its sources were looked at; the run is not started if it changed meanwhile.</param>
/// <param name="Sights">One for each source, all readable; the run is not started if one of them was taken up by another run meanwhile.</param>
/// <param name="Trigger">Why.</param>
/// <param name="ClientRequestToken">Makes a repeated request the same run.</param>
/// <param name="IsRetry">Whether it tries again what failed for its source: once.</param>
internal sealed record NewRun(
    PipelineDeclaration Pipeline,
    IReadOnlyList<SourceSight> Sights,
    ExecutionTrigger Trigger,
    string? ClientRequestToken = null,
    bool IsRetry = false);
