using System.Text.Json.Serialization;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Model;

/// <summary>
/// All that is remembered of one deployment: one item, so that token, step and stop are always seen together. An action of a pipeline asked for it, or a
/// <see cref="Request"/>; both if the action names a deployment group.
/// </summary>
public sealed record Deployment(string DeploymentId, ActionReference? Action, DeploymentPlan Plan, DateTimeOffset CreateTime)
{
    /// <summary>What was asked for of a deployment group; null if an action of a pipeline asked for it that names none.</summary>
    public DeploymentRequest? Request { get; init; }

    /// <summary>What it was rolled back by, or what it rolled back, once that is known.</summary>
    public RollbackInfo? RollbackInfo { get; init; }

    /// <summary>Whether its target was claimed when it was made; else the machine claims it.</summary>
    public bool HoldsTarget { get; init; }

    /// <summary>CodeDeploy's status: Created, Queued, InProgress, Succeeded, Failed, Stopped. What it waits for is told by its parked task.</summary>
    public DeploymentStatus Status { get; init; } = DeploymentStatus.Created;

    /// <summary>Its end; null while it is going on.</summary>
    public DeploymentOutcome? Outcome { get; init; }

    /// <summary>Why it ended so.</summary>
    public string? Message { get; init; }

    /// <summary>Completes the pipeline's action: a bearer secret.</summary>
    public string? ActionToken { get; init; }

    /// <summary>When the target was claimed.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompleteTime { get; init; }

    /// <summary>When traffic was seen to be as before again.</summary>
    public DateTimeOffset? TrafficRestoredTime { get; init; }

    /// <summary>When its execution must have written again; after that it is taken for gone.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>How long that was when it was written: clocks can be set, lengths cannot. Null if nothing has to write.</summary>
    public long? LeaseSeconds { get; init; }

    /// <summary>From where to where; null until that is known.</summary>
    public Shift? Shift { get; init; }

    /// <summary>How many of the moves are decided.</summary>
    public int Step { get; init; }

    /// <summary>Which wait of the current step, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>That the current step waits longer than it was to.</summary>
    public Extension? Extended { get; init; }

    /// <summary>Which of its executions goes on, from 1.</summary>
    public int Execution { get; init; } = 1;

    /// <summary>The step that was done when that execution took up.</summary>
    public int TakenUpAt { get; init; }

    /// <summary>The last change of traffic that was intended; null if none ever was.</summary>
    public TrafficIntent? Intent { get; init; }

    /// <summary>The traffic as it was last read back.</summary>
    public KnownTraffic? Known { get; init; }

    /// <summary>The task that waits, or waited last.</summary>
    public ParkedWait? Parked { get; init; }

    /// <summary>The wait that someone ended by hand last.</summary>
    public Continuation? Continued { get; init; }

    /// <summary>When what the current step waits for must have come.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The last step whose awaited result was seen.</summary>
    public int Reached { get; init; }

    /// <summary>Whether all traffic is moved and the original is being ended: it cannot be stopped or rolled back any more.</summary>
    public bool IsCommitted { get; init; }

    /// <summary>What only its kind of platform has to remember; null until there is something.</summary>
    public Progress? Progress { get; init; }

    /// <summary>The hook that is run, or was run last.</summary>
    public HookRun? Hook { get; init; }

    /// <summary>How its steps were judged by metrics, in order.</summary>
    public IReadOnlyList<StepVerdict> Verdicts { get; init; } = [];

    /// <summary>The requests to the new version, as they were last counted for its own alarm.</summary>
    public StepCount? Counted { get; init; }

    /// <summary>That it must not go on.</summary>
    public Stop? Stop { get; init; }

    /// <summary>The executions whose failing was noticed.</summary>
    public IReadOnlyList<string> Recovered { get; init; } = [];

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<StepRecord> History { get; init; } = [];

    /// <summary>Whether it has ended.</summary>
    [JsonIgnore]
    public bool IsEnded => Outcome is not null;

    /// <summary>The task that waits now; null if none was parked, or if what it waited for has come.</summary>
    internal ParkedWait? Waiting() =>
        !IsEnded && Parked is { } parked && parked.Step == Step && parked.Attempt == Attempt && Continued?.Ends(parked) != true ? parked : null;
}
