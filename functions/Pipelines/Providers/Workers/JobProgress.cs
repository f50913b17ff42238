using Sluice.Pipelines.Model;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>An action that somebody else's program does: a worker that asks for jobs, or a function that is called with them. An action is one job after the other, as long as each is answered by a continuation token.</summary>
[Kind("job")]
internal sealed record JobProgress : OwnProgress
{
    public const string MachineName = "action-invoke";

    /// <summary>The type of the action; null for a rule.</summary>
    public ActionTypeId? Type { get; init; }

    /// <summary>The function that is called with the jobs; null if workers ask for them.</summary>
    public string? FunctionName { get; init; }

    /// <summary>How long each job may take; null if only the action's time counts.</summary>
    public TimeSpan? JobTimeout { get; init; }

    /// <summary>The action is over then, however many jobs it had.</summary>
    public required DateTimeOffset ActionDueAt { get; init; }

    /// <summary>Where output artifacts are put.</summary>
    public required string Bucket { get; init; }

    /// <summary>What artifacts are encrypted by; null for the bucket's own key.</summary>
    public EncryptionKey? EncryptionKey { get; init; }

    public IReadOnlyList<JobInput> Inputs { get; init; } = [];

    /// <summary>Which job of the action this is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>128 random bits in a UUID's form: who knows it may say how the job ended.</summary>
    public required string JobId { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>This job is handed out, or its function called, from then on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it was handed out, or its function was called; null if not yet.</summary>
    public DateTimeOffset? HandedOutAt { get; init; }

    /// <summary>Who was handed the job knows it; null if nobody was.</summary>
    public string? Nonce { get; init; }

    /// <summary>What the job before this one left for it.</summary>
    public string? ContinuationToken { get; init; }

    public ProgressNote? Told { get; init; }

    /// <summary>The task of the machine that waits for a change.</summary>
    public ParkedJob? Parked { get; init; }

    /// <summary>A machine calls functions, and sees to times that are shorter than the pipeline's own.</summary>
    public override string? Machine() => FunctionName is not null || JobTimeout is not null ? MachineName : null;

    public override int Execution() => JobMoves.ExecutionOf(this);

    public override ParkedTask? Waiting() => Parked;

    public override ProgressNote? Note() => Told;

    /// <summary>Without the job's id, which is a right.</summary>
    public override string ToString() => $"job {Number} ({Status})";
}
