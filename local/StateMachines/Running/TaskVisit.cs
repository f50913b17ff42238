using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>One attempt of a Task state: the call, its token and its two clocks.</summary>
internal sealed class TaskVisit(Visit visit, bool withToken)
{
    private readonly int handle = visit.Run.NextHandle();
    private TaskState? state;
    private PendingCall? call;
    private PendingTimer? timeout;
    private PendingTimer? heartbeat;
    private int? heartbeatSeconds;
    private string? token;

    internal string? Token => withToken ? token ??= visit.Run.Token(handle) : null;

    private TaskResource Resource => state!.Resource;

    internal void Call(TaskState called, Data parameters, int? timeoutSeconds, int? heartbeatAfter)
    {
        state = called;
        heartbeatSeconds = heartbeatAfter;
        Log(EventType.LambdaFunctionScheduled, EventType.TaskScheduled, parameters, new TaskDetails(Resource, timeoutSeconds, heartbeatAfter));
        Log(EventType.LambdaFunctionStarted, EventType.TaskStarted, null, Resource.IsDirectLambda ? null : new TaskDetails(Resource));
        call = new PendingCall(
            handle,
            visit,
            new TaskCall(Resource.Service, Resource.Pattern, parameters.ToNode(), visit.Run.Start.Arn, called.Name));
        visit.Run.Add(call);
        timeout = Arm(timeoutSeconds, FailureKind.Plain);
        heartbeat = Arm(heartbeatAfter, FailureKind.MissedHeartbeat);
    }

    internal void Answered(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalEntryKind.CallSubmitted:
                Submitted(entry.Output);
                break;
            case JournalEntryKind.CallReturned when Resource.Pattern == ServicePattern.WaitForTaskToken:
                call!.Returned = true;
                Submitted(entry.Output);
                break;
            case JournalEntryKind.CallReturned:
                Succeed(Formed(entry.Output!));
                break;
            case JournalEntryKind.TaskSucceeded:
                Succeed(entry.Output!);
                break;
            case JournalEntryKind.TaskHeartbeat:
                Disarm(ref heartbeat);
                heartbeat = Arm(heartbeatSeconds, FailureKind.MissedHeartbeat);
                break;
            default:
                Release(cancel: false);
                Fail(EventType.LambdaFunctionFailed, EventType.TaskFailed, new Failure(entry.Error, entry.Cause));
                break;
        }
    }

    /// <summary>Nobody waits for the answer any more.</summary>
    internal void Release() => Release(cancel: true);

    private void Succeed(Data output)
    {
        Release(cancel: false);
        if (Resource.Pattern == ServicePattern.RunAJob && !call!.Submitted)
        {
            Submitted(null);
        }

        if (output.Size > Limits.PayloadBytes)
        {
            Fail(EventType.LambdaFunctionFailed, EventType.TaskFailed, Visit.TooLarge(Resource.Type, FailureKind.OversizedResult));
            return;
        }

        Log(EventType.LambdaFunctionSucceeded, EventType.TaskSucceeded, output, Resource.IsDirectLambda ? null : new TaskDetails(Resource));
        state!.Returned(visit, output);
    }

    // startExecution.sync gives the child's output as a string, .sync:2 as the value itself.
    private Data Formed(Data answer)
    {
        if (Resource.Pattern != ServicePattern.RunAJob || !Resource.IsNestedExecution || answer is not DataObject members || !members.TryGet("Output", out var output))
        {
            return answer;
        }

        if (!Resource.ParsesOutput)
        {
            return output is DataString ? answer : members.With("Output", new DataString(output.ToString()));
        }

        return output is DataString text ? members.With("Output", Parsed(text)) : answer;
    }

    private static Data Parsed(DataString text)
    {
        try
        {
            return Data.Parse(text.Value);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }

    private void Submitted(Data? output)
    {
        call!.Submitted = true;
        visit.Strand.Log(EventType.TaskSubmitted, null, output, new TaskDetails(Resource));
    }

    private void TimeOut(FailureKind kind) => Fail(EventType.LambdaFunctionTimedOut, EventType.TaskTimedOut, new Failure(ErrorNames.Timeout, "", kind));

    private void Fail(EventType lambda, EventType other, Failure failure)
    {
        Log(lambda, other, null, Resource.IsDirectLambda ? failure : new TaskDetails(Resource, Failure: failure));
        visit.Fail(failure);
    }

    private PendingTimer? Arm(int? seconds, FailureKind missed) => seconds is null
        ? null
        : visit.Run.Arm(TimeSpan.FromSeconds(seconds.Value), () => visit.Guard(() => TimeOut(missed)));

    private void Release(bool cancel)
    {
        if (call is not null)
        {
            visit.Run.Remove(call, cancel && !call.Returned);
        }

        Disarm(ref timeout);
        Disarm(ref heartbeat);
    }

    private void Disarm(ref PendingTimer? timer)
    {
        if (timer is not null)
        {
            visit.Run.Disarm(timer);
            timer = null;
        }
    }

    private void Log(EventType lambda, EventType other, Data? data, object? extra) =>
        visit.Strand.Log(Resource.IsDirectLambda ? lambda : other, null, data, extra);
}
