using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>One asynchronous request, from its first try to its end.</summary>
/// <param name="invoke">One try.</param>
/// <param name="settings">As they are when they are needed: a user may change them meanwhile.</param>
/// <param name="age">Of the request.</param>
/// <param name="failed">Keeps the number of failures; the pause begins then.</param>
internal sealed class EventCourse(Func<Task<InvocationResult>> invoke, Func<EventSettings> settings, Func<TimeSpan> age, Func<int, Task> failed, TimeProvider time)
{
    // What waiting does not mend: there is nobody to get it.
    private const string NotFound = "Lambda.ResourceNotFoundException";

    private int _refusals;

    /// <exception cref="OperationCanceledException">The suite stops; the request stays.</exception>
    public async Task<EventOutcome> RunAsync(int failures, CancellationToken stop)
    {
        while (true)
        {
            var (result, refusal) = await TryAsync();
            if (result is { FunctionError: null })
            {
                return new EventOutcome(EventOutcome.Success, failures + 1, result, null);
            }

            if (result is null)
            {
                // That says nothing about the request.
                stop.ThrowIfCancellationRequested();
            }

            failures += result is null ? 0 : 1;
            if (refusal?.Error == NotFound)
            {
                return new EventOutcome(NotFound, failures, null, refusal.Cause);
            }

            var step = result is null ? EventPolicy.AfterRefusal(++_refusals, age(), settings()) : EventPolicy.AfterFailure(failures, age(), settings());
            if (step.Condition is { } condition)
            {
                return new EventOutcome(condition, failures, result, refusal?.Cause);
            }

            await failed(failures);
            await Task.Delay(step.Pause, time, stop);
        }
    }

    private async Task<(InvocationResult? Result, TaskFailedException? Refusal)> TryAsync()
    {
        try
        {
            var result = await invoke();
            _refusals = 0;
            return (result, null);
        }
        catch (TaskFailedException e)
        {
            return (null, e);
        }
    }
}
