using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>Parks the task that waits for a job's answer. The function was called before, so the answer may have come by now: then it does not wait.</summary>
public sealed class AwaitAnswer
{
    private readonly OwnActions _actions;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;

    internal AwaitAnswer(OwnActions actions, IStateMachines machines, TimeProvider time) => (_actions, _machines, _time) = (actions, machines, time);

    /// <exception cref="KeyNotFoundException">There is no such action.</exception>
    public async Task RunAsync(AnswerWait wait, CancellationToken cancellationToken = default)
    {
        var (_, isParked) = await _actions.AnswerAsync(wait.ActionExecutionId, seen => Decide(seen, wait, _time.GetUtcNow()), cancellationToken);
        if (!isParked)
        {
            await _machines.SucceedTaskAsync(wait.TaskToken, null, cancellationToken);
        }
    }

    /// <returns>Whether it waits.</returns>
    internal static Decision<OwnAction, bool> Decide(OwnAction action, AnswerWait wait, DateTimeOffset now)
    {
        var job = (JobProgress)action.Progress;
        var task = new ParkedJob(wait.TaskToken, wait.EnteredTime, wait.RetryCount);
        if (action.HasEnded || job.Number != wait.Number || task.IsOlderThan(job.Parked))
        {
            return new(action, false);
        }

        var called = wait.After == "Invoke" && job.HandedOutAt is null ? job with { HandedOutAt = now, Status = JobStatus.InProgress } : job;
        return new(action with { Progress = called with { Parked = task } }, true);
    }
}
