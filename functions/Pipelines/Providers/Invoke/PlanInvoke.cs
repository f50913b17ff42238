using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>Says what the machine of an action's jobs does next. Asked again it says the same again: that the function was called is noted by <see cref="AwaitAnswer"/>.</summary>
public sealed class PlanInvoke
{
    private readonly OwnActions _actions;
    private readonly SuiteAccount _account;
    private readonly TimeProvider _time;

    internal PlanInvoke(OwnActions actions, SuiteAccount account, TimeProvider time) => (_actions, _account, _time) = (actions, account, time);

    /// <exception cref="KeyNotFoundException">There is no such action.</exception>
    public async Task<InvokePlan> PlanAsync(InvokeQuestion question, CancellationToken cancellationToken = default) =>
        (await _actions.AnswerAsync(question.Position.ActionExecutionId, seen => Decide(seen, question, _account, _time.GetUtcNow()), cancellationToken)).Answer;

    internal static Decision<OwnAction, InvokePlan> Decide(OwnAction action, InvokeQuestion question, SuiteAccount account, DateTimeOffset now)
    {
        var job = (JobProgress)action.Progress;
        var seen = JobMoves.Settled(Judged(action, job, question.Position, now), job, now);
        return new(seen, seen.HasEnded || MachineNames.Number(question.Execution) < JobMoves.ExecutionOf(job) ? Plan(action, job, "Ended", now, now) : Next(action, job, account, now));
    }

    /// <summary>Failed if its function could not be called.</summary>
    private static OwnAction Judged(OwnAction action, JobProgress job, InvokePosition position, DateTimeOffset now) =>
        position.Error is not { } error || position.Number != job.Number || action.HasEnded
            ? action
            : (action with { Progress = job with { Status = JobStatus.Failed } }).End(ActionResult.Failed("", $"The function {job.FunctionName} could not be called. {error.Describe()}", CodeOf(error)), now);

    private static string CodeOf(CaughtError error) => error.Error switch
    {
        "Lambda.ResourceNotFoundException" => nameof(FailureType.ConfigurationError),
        "Lambda.AccessDeniedException" => nameof(FailureType.PermissionError),
        _ => nameof(FailureType.SystemUnavailable),
    };

    private static InvokePlan Next(OwnAction action, JobProgress job, SuiteAccount account, DateTimeOffset now) => job switch
    {
        { FunctionName: { } function, HandedOutAt: null } when job.From <= now =>
            Plan(action, job, "Invoke", now, JobMoves.DueAt(job with { HandedOutAt = now })) with { FunctionName = function, Payload = InvokePayload.Of(action, job, account) },
        { FunctionName: not null, HandedOutAt: null } => Plan(action, job, "Await", now, job.From),
        _ => Plan(action, job, "Await", now, JobMoves.DueAt(job)),
    };

    private static InvokePlan Plan(OwnAction action, JobProgress job, string next, DateTimeOffset now, DateTimeOffset until) =>
        new(next, action.Id, job.Number, Math.Max(1, (int)Math.Ceiling((until - now).TotalSeconds)));
}
