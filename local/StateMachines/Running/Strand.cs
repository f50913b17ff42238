using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>One line of states: the machine's own, a branch of a Parallel, an iteration of a Map.</summary>
internal sealed class Strand(Run run, StateGraph graph, FanOut? owner, int index, DataObject? mapItem)
{
    private State? upcoming;
    private Data data = DataObject.Empty;
    private Visit? visit;
    private bool over;

    internal Run Run => run;

    internal int Index => index;

    /// <summary><c>$$.Map</c>; null outside a Map.</summary>
    internal DataObject? MapItem => mapItem;

    /// <summary>The event that the next one of this strand follows from.</summary>
    internal int LastEvent { get; set; }

    internal void Log(EventType type, string? name = null, Data? data = null, object? extra = null) =>
        LastEvent = run.Log.Add(type, LastEvent, run.Now, name, data, extra);

    /// <summary>An event from which none of this strand follows.</summary>
    /// <returns>Its id.</returns>
    internal int LogBeside(EventType type, int previous, string? name = null, object? extra = null) => run.Log.Add(type, previous, run.Now, name, extra: extra);

    internal void Continue(State next, Data input)
    {
        upcoming = next;
        data = input;
        run.Ready(this);
    }

    /// <summary>Goes on in the state of this name, or ends.</summary>
    internal void Continue(string? next, Data output)
    {
        if (next is not null)
        {
            Continue(graph.States[next], output);
            return;
        }

        over = true;
        if (owner is null)
        {
            run.Succeed(output);
        }
        else
        {
            owner.Succeeded(this, output);
        }
    }

    internal void Fail(Failure failure)
    {
        over = true;
        if (owner is null)
        {
            run.Fail(failure);
        }
        else
        {
            owner.Failed(this, failure);
        }
    }

    /// <summary>Enters the state that is next.</summary>
    internal void Advance()
    {
        if (over || upcoming is not { } state)
        {
            return;
        }

        upcoming = null;
        run.Transitions++;
        Log(StateEvents.Of(state.Kind).Entered, state.Name, data);
        run.Effects.Entered(state.Name, run.Now);
        visit = new Visit(this, state, data);
        visit.Attempt();
    }

    /// <summary>Ends the state that it is in; told as a consequence of that event, if there is one.</summary>
    internal void Abort(int? because)
    {
        over = true;
        visit?.Abort(because);
    }
}
