using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads <c>StartAt</c> and <c>States</c>, and checks that the states hang together.</summary>
internal static class GraphParser
{
    internal static StateGraph? Parse(Fields fields)
    {
        fields.Ignore("Comment");
        QueryLanguage(fields);
        var outer = fields.Notes.Links.Count;
        var startAt = fields.RequiredText("StartAt") is null ? null : fields.StateName("StartAt");
        return fields.Object("States", states => Graph(startAt, states, outer));
    }

    internal static void QueryLanguage(Fields fields)
    {
        if (fields.Text("QueryLanguage") is { } language && language != "JSONPath")
        {
            fields.Fault("QueryLanguage", $"'{language}' is not supported here: \"JSONPath\" is.");
        }
    }

    private static StateGraph? Graph(string? startAt, Fields members, int outer)
    {
        var states = new Dictionary<string, State>();
        foreach (var name in members.Names)
        {
            if (ParseState(name, members) is { } state)
            {
                states[name] = state;
            }
        }

        CheckLinks(members, outer);
        return startAt is null || !AreReached(startAt, states, members) ? null : new StateGraph(startAt, states);
    }

    private static State? ParseState(string name, Fields members)
    {
        if (name.Length is 0 or > Limits.StateNameCharacters)
        {
            members.Fault(name, $"the name of a state has 1 to {Limits.StateNameCharacters} characters, and this one has {name.Length}.");
        }

        return members.Object(name, fields =>
        {
            if (!fields.Notes.States.TryAdd(name, fields.Path))
            {
                members.Fault(name, $"there is a state '{name}' already: {fields.Notes.States[name]}. Names are unique in the whole machine, with its branches and iterations.");
            }

            return StateParser.Parse(name, fields);
        });
    }

    private static void CheckLinks(Fields states, int outer)
    {
        var links = states.Notes.Links;
        foreach (var link in links.Skip(outer).Where(link => !states.Has(link.State)))
        {
            link.From.Fault(link.Field, $"there is no state '{link.State}' here{NearMiss.Suggestion(link.State, states.Names)}");
        }

        links.RemoveRange(outer, links.Count - outer);
    }

    private static bool AreReached(string startAt, Dictionary<string, State> states, Fields members)
    {
        // A state with faults of its own has no successors to follow: what only it leads to is not called unreachable.
        if (states.Count < members.Names.Count || !states.ContainsKey(startAt))
        {
            return false;
        }

        foreach (var name in states.Keys.Except(Reached(startAt, states)))
        {
            members.Fault(name, $"no state leads to '{name}', and StartAt does not either.");
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
