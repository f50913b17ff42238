using System.Text.Json.Serialization;

namespace Sluice.Pipelines.Model;

/// <summary>A stage that a run has come to.</summary>
internal sealed record RunStage
{
    public required string StageName { get; init; }

    /// <summary>Null until the run has entered.</summary>
    public StageExecutionStatus? Status { get; init; }

    public StagePhase Phase { get; init; }

    /// <summary>Which of the run's executions of the machine takes it on, by the number in the execution's name.</summary>
    public int Machine { get; init; } = 1;

    /// <summary>The actions of this number run, or ran last; 0 before the first.</summary>
    public int RunOrder { get; init; }

    /// <summary>The run's step when a group of actions or rules began here: results for another step are a repetition.</summary>
    public int Step { get; init; }

    /// <summary>Every action that was begun, in that order, those that a retry has put aside among them.</summary>
    public IReadOnlyList<RunAction> Actions { get; init; } = [];

    public RunCondition? BeforeEntry { get; init; }

    public RunCondition? OnSuccess { get; init; }

    public RunCondition? OnFailure { get; init; }

    /// <summary>Where it goes on once it is entered; null begins it.</summary>
    public StageResume? Resume { get; init; }

    public int AutomaticRetries { get; init; }

    public int ManualRetries { get; init; }

    public RetryTrigger? LatestRetry { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Why it did not enter when it arrived; null if it did.</summary>
    public StageWait? WaitedFor { get; init; }

    public DateTimeOffset? EnteredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What counts: not what a retry has put aside.</summary>
    [JsonIgnore]
    public IEnumerable<RunAction> Current => Actions.Where(action => !action.IsPutAside);

    /// <summary>The actions that run now.</summary>
    [JsonIgnore]
    public IEnumerable<RunAction> Running => Phase == StagePhase.Acting ? Actions.Where(action => action.Status == ActionExecutionStatus.InProgress) : [];

    /// <summary>The condition whose rules run now, if any.</summary>
    [JsonIgnore]
    public RunCondition? Judging => Phase switch
    {
        StagePhase.Entry => BeforeEntry,
        StagePhase.Leaving => OnSuccess,
        StagePhase.Failing => OnFailure,
        _ => null,
    };

    /// <summary>The rules that run now.</summary>
    [JsonIgnore]
    public IEnumerable<RunRule> RunningRules => Judging?.Rules.Where(rule => rule.Status == RuleExecutionStatus.InProgress) ?? [];

    public RunStage WithJudging(RunCondition condition) => Phase switch
    {
        StagePhase.Entry => this with { BeforeEntry = condition },
        StagePhase.Leaving => this with { OnSuccess = condition },
        _ => this with { OnFailure = condition },
    };
}
