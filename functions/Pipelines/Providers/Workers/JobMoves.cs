using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;
using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>What may become of a job. All of it is pure: what is written beside the action comes with the decision.</summary>
internal static class JobMoves
{
    /// <summary>Who was handed a job and says nothing for so long has lost it to the next who asks.</summary>
    public static readonly TimeSpan Acknowledging = TimeSpan.FromMinutes(1);

    /// <summary>CodePipeline calls a function again half a minute or so after its continuation token.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>CodePipeline gives a function 20 minutes to say anything.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(20);

    /// <summary>After so many jobs another execution of the machine goes on, well before one's history is full.</summary>
    public const int JobsOfAnExecution = 200;

    /// <summary>How the job stands, whether its action was stopped or not.</summary>
    public static JobStatus StatusOf(OwnAction action, JobProgress job) => !action.HasEnded || job.Status is JobStatus.Succeeded or JobStatus.TimedOut ? job.Status : JobStatus.Failed;

    /// <summary>When the job is over, answered or not.</summary>
    public static DateTimeOffset DueAt(JobProgress job) => new[] { job.ActionDueAt, job.From + job.JobTimeout, job.FunctionName is null ? null : job.HandedOutAt + Silence }.Min() ?? job.ActionDueAt;

    /// <summary>Ended if its time is over.</summary>
    public static OwnAction Settled(OwnAction action, JobProgress job, DateTimeOffset now) =>
        action.HasEnded || now < DueAt(job) ? action : (action with { Progress = job with { Status = JobStatus.TimedOut } }).End(ActionResult.Failed(job.Told?.ExternalExecutionId ?? "", WhyOver(job, now)), now);

    /// <summary>Hands the job to a worker.</summary>
    /// <returns>Whether the worker has it.</returns>
    public static Decision<OwnAction, bool> HandOut(OwnAction action, string jobId, string nonce, DateTimeOffset now)
    {
        var job = (JobProgress)action.Progress;
        if (Settled(action, job, now) is { HasEnded: true } ended)
        {
            return new(ended, false) { Also = Closed(action, ended, job, now) };
        }

        return job.JobId == jobId && IsFree(job, now)
            ? new(action with { Progress = job with { Status = JobStatus.Dispatched, Nonce = nonce, HandedOutAt = now } }, true) { Also = [JobRefs.Queued(jobId, action.Id, job.Type!, now + Acknowledging)] }
            : new(action, false);
    }

    /// <summary>The worker has the job for good. Saying so again changes nothing.</summary>
    /// <exception cref="ApiException">It is another's by now.</exception>
    public static Decision<OwnAction, JobStatus> Acknowledge(OwnAction action, string jobId, string nonce, DateTimeOffset now)
    {
        var job = (JobProgress)action.Progress;
        if (job.JobId != jobId || job.Nonce != nonce)
        {
            throw JobErrors.WrongNonce();
        }

        var settled = Settled(action, job, now);
        if (settled.HasEnded || job.Status != JobStatus.Dispatched)
        {
            return new(settled, StatusOf(settled, (JobProgress)settled.Progress)) { Also = Closed(action, settled, job, now) };
        }

        return new(action with { Progress = job with { Status = JobStatus.InProgress } }, JobStatus.InProgress) { Also = [JobRefs.Unqueued(jobId, action.Id, now)] };
    }

    /// <summary>Why the job cannot be answered; null if it can.</summary>
    public static ApiException? Obstacle(OwnAction action, string jobId)
    {
        var job = (JobProgress)action.Progress;
        return action.HasEnded ? JobErrors.WrongState($"{StatusOf(action, job)}")
            : job.JobId != jobId ? JobErrors.WrongState("answered already by a continuation token")
            : job.FunctionName is null && job.Status != JobStatus.InProgress ? JobErrors.WrongState($"{job.Status}")
            : null;
    }

    /// <summary>Ends the action.</summary>
    public static Decision<OwnAction, ApiException?> End(OwnAction action, string jobId, ActionResult result, ProgressNote? told, DateTimeOffset now) => Answer(action, jobId, now, job =>
    {
        var status = result.Status == ActionStatus.Succeeded ? JobStatus.Succeeded : JobStatus.Failed;
        var note = Merged(job.Told, told);
        var ended = (action with { Progress = job with { Status = status, Told = note } }).End(result with { ExternalExecutionId = note?.ExternalExecutionId ?? "" }, now);
        return new(ended, null) { Also = [JobRefs.Unqueued(jobId, action.Id, now)] };
    });

    /// <summary>Lets the action go on with another job, which begins with what this one leaves.</summary>
    public static Decision<OwnAction, ApiException?> Continue(OwnAction action, string jobId, string token, string nextId, ProgressNote? told, DateTimeOffset now) => Answer(action, jobId, now, job =>
    {
        var next = job with
        {
            Number = job.Number + 1, JobId = nextId, Status = JobStatus.Queued, Nonce = null, HandedOutAt = null, ContinuationToken = token, Told = Merged(job.Told, told),
            From = job.FunctionName is null ? now : now + Pause,
        };
        return new(action with { Progress = next }, null) { Also = [JobRefs.Unqueued(jobId, action.Id, now), Entry(action.Id, next), .. NextExecution(action.Id, next, now)] };
    });

    /// <summary>Where a job is found by its id, and by workers if they do it.</summary>
    public static GuardedWrite Entry(string actionExecutionId, JobProgress job) =>
        job is { FunctionName: null, Type: { } type } ? JobRefs.Queued(job.JobId, actionExecutionId, type, job.From) : JobRefs.Unqueued(job.JobId, actionExecutionId, job.From);

    /// <summary>Which execution of the machine sees to a job.</summary>
    public static int ExecutionOf(JobProgress job) => ((job.Number - 1) / JobsOfAnExecution) + 1;

    private static Decision<OwnAction, ApiException?> Answer(OwnAction action, string jobId, DateTimeOffset now, Func<JobProgress, Decision<OwnAction, ApiException?>> decide)
    {
        var job = (JobProgress)action.Progress;
        var settled = Settled(action, job, now);
        return Obstacle(settled, jobId) is { } obstacle ? new(settled, obstacle) { Also = Closed(action, settled, job, now) } : decide(job);
    }

    private static bool IsFree(JobProgress job, DateTimeOffset now) => job.Status switch
    {
        JobStatus.Queued => job.From <= now,
        JobStatus.Dispatched => job.HandedOutAt + Acknowledging <= now,
        _ => false,
    };

    private static IReadOnlyList<GuardedWrite> Closed(OwnAction before, OwnAction after, JobProgress job, DateTimeOffset now) =>
        ReferenceEquals(before, after) ? [] : [JobRefs.Unqueued(job.JobId, before.Id, now)];

    private static IEnumerable<GuardedWrite> NextExecution(string actionExecutionId, JobProgress next, DateTimeOffset now) =>
        next.Machine() is { } machine && (next.Number - 1) % JobsOfAnExecution == 0
            ? [Outbox.Start(machine, MachineNames.Of(actionExecutionId, ExecutionOf(next)), new JsonObject { ["actionExecutionId"] = actionExecutionId }, now)]
            : [];

    private static ProgressNote? Merged(ProgressNote? before, ProgressNote? told) => told is null ? before
        : new ProgressNote(told.Summary ?? before?.Summary, told.ExternalExecutionId ?? before?.ExternalExecutionId, told.PercentComplete ?? before?.PercentComplete);

    private static string WhyOver(JobProgress job, DateTimeOffset now) =>
        job.ActionDueAt <= now ? "The action did not end in its time."
        : job.From + job.JobTimeout <= now ? $"The job did not end within the {job.JobTimeout!.Value.TotalSeconds:0} seconds of its action type."
        : $"The function {job.FunctionName} failed to return a result within {Silence.TotalMinutes:0} minutes. See that it may call PutJobSuccessResult and PutJobFailureResult, and that it does.";
}
