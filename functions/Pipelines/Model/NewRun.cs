using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Model;

/// <summary>A run to be started.</summary>
/// <param name="Pipeline">As it was when its sources were looked at; the run is not started if it changed meanwhile.</param>
/// <param name="Revisions">What it releases of each source.</param>
/// <param name="Trigger">Why.</param>
internal sealed record NewRun(PipelineDeclaration Pipeline, IReadOnlyList<SourceCommit> Revisions, ExecutionTrigger Trigger)
{
    /// <summary>The sources that it takes up; it is not started if one of them was taken up by another run meanwhile.</summary>
    public IReadOnlyList<SourceSight> Sights { get; init; } = [];

    /// <summary>The source's revision that somebody reported, which is taken up with the run.</summary>
    public ReportedRevision? Reported { get; init; }

    /// <summary>Makes a repeated request the same run.</summary>
    public string? ClientRequestToken { get; init; }

    /// <summary>Whether it tries again what failed for its source: once.</summary>
    public bool IsRetry { get; init; }

    /// <summary>The name of the key that starts it; null for a trigger.</summary>
    public string? StartedBy { get; init; }

    /// <summary>The pipeline's variables as they are in this run.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>For a rollback: what the run had made that it goes back to.</summary>
    public IReadOnlyDictionary<string, ObjectRef> InheritedArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>For a rollback.</summary>
    public RollbackPlan? Rollback { get; init; }

    /// <summary>A run of what was seen of all the sources.</summary>
    public static NewRun Of(PipelineDeclaration pipeline, IReadOnlyList<SourceSight> sights, ExecutionTrigger trigger) =>
        new(pipeline, [.. sights.Select(sight => sight.Revision!)], trigger) { Sights = sights };
}
