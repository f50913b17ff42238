using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>What a state asks of the execution while it is in it: to leave, to fail, or to wait for something.</summary>
internal interface IVisit : IStateScope
{
    /// <summary>The raw input.</summary>
    Data Input { get; }

    /// <summary>The execution's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Leaves the state for the one of this name; null ends the line of states.</summary>
    void Complete(Data output, string? next);

    /// <summary>Retries, or goes where Catch says, or fails the line of states.</summary>
    void Fail(Failure failure);

    /// <summary>The same value, if it is not too large.</summary>
    /// <exception cref="StateFailedException">It is.</exception>
    Data Limited(Data value);

    /// <summary>Goes on when the clock shows this; at once if it does.</summary>
    void WaitUntil(DateTimeOffset end, Action then);

    /// <summary>Goes on after so long; at once if that is no time.</summary>
    void WaitFor(TimeSpan length, Action then);

    /// <summary>Gives the call that follows its place among the execution's, and its token: the call's own parameters may hold that.</summary>
    void ReserveCall(bool withToken);

    /// <summary>Makes the reserved call; times in seconds. Its result comes to <see cref="TaskState.Returned"/>.</summary>
    void Call(TaskState called, Data parameters, int? timeout, int? heartbeat);

    /// <summary>Runs every branch on this input.</summary>
    void Branch(ParallelState state, Data input);

    /// <summary>Runs the processor on each item, so many at once.</summary>
    void Iterate(MapState state, Data input, DataArray items, int width);
}
