using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads <c>StartAt</c> and <c>States</c>, and checks that the states hang together.</summary>
internal static class GraphParser
{
    internal static StateGraph? Parse(Fields fields, Dictionary<string, string> resources)
    {
        fields.Any("Comment");
        if (fields.Text("QueryLanguage") is { } language && language != "JSONPath")
        {
            fields.Fault("QueryLanguage", $"'{language}' is not supported here: \"JSONPath\" is.");
        }

        var outer = fields.Faults.Links.Count;
        fields.Required("StartAt");
        var startAt = fields.StateName("StartAt");
        if (fields.RequiredObject("States") is not { } members)
        {
            return null;
        }

        var states = new Dictionary<string, State>();
        var path = fields.At("States");
        foreach (var (name, value) in members.Members)
        {
            if (ParseState(name, value, SourceMap.Below(path, name), fields.Faults, resources) is { } state)
            {
                states[name] = state;
            }
        }

        CheckLinks(members, fields.Faults, outer);
        return startAt is null || !AreReached(startAt, members, states, fields) ? null : new StateGraph(startAt, states);
    }

    private static State? ParseState(string name, Data value, string path, FaultSink faults, Dictionary<string, string> resources)
    {
        if (name.Length is 0 or > Limits.StateNameCharacters)
        {
            faults.Add(path, $"the name of a state has 1 to {Limits.StateNameCharacters} characters, and this one has {name.Length}.");
        }

        if (!faults.States.TryAdd(name, path))
        {
            faults.Add(path, $"there is a state '{name}' already: {faults.States[name]}. Names are unique in the whole machine, with its branches and iterations.");
        }

        if (value is DataObject members)
        {
            return StateParser.Parse(name, new Fields(members, path, faults), resources);
        }

        faults.Add(path, "a state is an object with a Type.");
        return null;
    }

    private static void CheckLinks(DataObject states, FaultSink faults, int outer)
    {
        foreach (var (path, state) in faults.Links.Skip(outer))
        {
            if (!states.TryGet(state, out _))
            {
                faults.Add(path, $"there is no state '{state}' here{NearMiss.Suggestion(state, states.Members.Select(member => member.Key))}");
            }
        }

        faults.Links.RemoveRange(outer, faults.Links.Count - outer);
    }

    private static bool AreReached(string startAt, DataObject members, Dictionary<string, State> states, Fields fields)
    {
        var path = fields.At("States");
        // A state with faults of its own has no successors to follow: what only it leads to is not called unreachable.
        if (states.Count < members.Members.Length || !states.ContainsKey(startAt))
        {
            return false;
        }

        foreach (var name in states.Keys.Except(Reached(startAt, states)))
        {
            fields.Faults.Add(SourceMap.Below(path, name), $"no state leads to '{name}', and StartAt does not either.");
        }

        return true;
    }

    private static HashSet<string> Reached(string startAt, Dictionary<string, State> states)
    {
        var reached = new HashSet<string> { startAt };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            var state = states[name];
            foreach (var next in state.Successors.Concat(state.Frame.Catchers.Select(catcher => catcher.Next)))
            {
                if (states.ContainsKey(next) && reached.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return reached;
    }
}
