namespace Sluice.Pipelines.Model;

/// <summary>Who is in a stage, who waits before it, and whether anybody may enter.</summary>
internal sealed record StageLock(string StageName)
{
    /// <summary>How many of the runs that entered last are kept.</summary>
    public const int MostShown = 2;

    /// <summary>The run in it.</summary>
    public string? Holder { get; init; }

    /// <summary>The runs at its door.</summary>
    public IReadOnlyList<ParkedRun> Queue { get; init; } = [];

    /// <summary>The number of the newest run that ever entered: an older one comes too late.</summary>
    public long Newest { get; init; }

    /// <summary>Whether runs may enter; null if nobody ever said that they may not.</summary>
    public StageTransition? Transition { get; init; }

    /// <summary>The run that last succeeded in it and was no rollback: what a rollback goes back to.</summary>
    public string? Succeeded { get; init; }

    /// <summary>The runs that entered last, the newest first: what is shown of the stage. Runs in the mode PARALLEL are left out.</summary>
    public IReadOnlyList<string> Latest { get; init; } = [];

    /// <summary>Whom the last change of the transition let in: told again with a repetition.</summary>
    public IReadOnlyList<ParkedRun> Wakes { get; init; } = [];

    public bool IsClosed => Transition is { Enabled: false };

    /// <summary>Shows a run as the one that entered last.</summary>
    public StageLock Show(string run) => Latest is [var newest, ..] && newest == run ? this : this with { Latest = [run, .. Latest.Where(other => other != run).Take(MostShown - 1)] };

    public StageLock Without(string run) => this with { Queue = [.. Queue.Where(parked => parked.PipelineExecutionId != run)] };

    public StageLock Park(ParkedRun parked) => this with { Queue = [.. Without(parked.PipelineExecutionId).Queue, parked] };
}
