using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Histories;
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
        timeout = Arm(timeoutSeconds, ErrorNames.Timeout);
        heartbeat = Arm(heartbeatAfter, ErrorNames.HeartbeatTimeout);
    }

    internal void Answered(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalEntryKind.CallReturned when call!.AwaitsToken:
                call.Returned = true;
                Tell(EventType.TaskSubmitted, entry.Output);
                break;
            case JournalEntryKind.CallReturned:
                Succeed(Formed(entry.Output!));
                break;
            case JournalEntryKind.TaskSucceeded:
                Succeed(entry.Output!);
                break;
            case JournalEntryKind.TaskHeartbeat:
                Disarm(ref heartbeat);
                heartbeat = Arm(heartbeatSeconds, ErrorNames.HeartbeatTimeout);
                break;
            default:
                Release(cancel: false);
                Fail(EventType.LambdaFunctionFailed, EventType.TaskFailed, new Failure(entry.Error ?? "", entry.Cause ?? ""));
                break;
        }
    }

    /// <summary>Nobody waits for the answer any more.</summary>
    internal void Release() => Release(cancel: true);

    private void Succeed(Data output)
    {
        Release(cancel: false);
        if (Resource.Pattern == ServicePattern.RunAJob)
        {
            Tell(EventType.TaskSubmitted, null);
        }

        if (output.Size > Limits.PayloadBytes)
        {
            Fail(EventType.LambdaFunctionFailed, EventType.TaskFailed, visit.TooLarge());
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

    private void TimeOut(string error) => Fail(EventType.LambdaFunctionTimedOut, EventType.TaskTimedOut, new Failure(error, ""));

    private void Fail(EventType lambda, EventType other, Failure failure)
    {
        Log(lambda, other, null, Resource.IsDirectLambda ? failure : new TaskDetails(Resource, Failure: failure));
        visit.Fail(failure.Error, failure.Cause);
    }

    private PendingTimer? Arm(int? seconds, string error) => seconds is null
        ? null
        : visit.Run.Arm(TimeSpan.FromSeconds(seconds.Value), () => visit.Guard(() => TimeOut(error)));

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

    private void Tell(EventType type, Data? output) => visit.Strand.Log(type, null, output, new TaskDetails(Resource));

    private void Log(EventType lambda, EventType other, Data? data, object? extra) =>
        visit.Strand.Log(Resource.IsDirectLambda ? lambda : other, null, data, extra);
}
