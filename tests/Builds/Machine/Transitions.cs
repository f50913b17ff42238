using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Histories;

namespace Sluice.Builds.Tests.Machine;

/// <summary>The transitions of a machine, as it is written and as it was walked: <c>from -> to</c>, with a mark for those of a Catch.</summary>
internal static class Transitions
{
    public static IEnumerable<string> Written(JsonNode machine, string container = "start")
    {
        yield return $"{container} -> {machine["StartAt"]}";
        foreach (var (name, state) in machine["States"]!.AsObject())
        {
            foreach (var to in (state!["Choices"]?.AsArray() ?? []).Select(choice => choice!["Next"]).Append(state["Default"]).Append(state["Next"]).OfType<JsonNode>())
            {
                yield return $"{name} -> {to}";
            }

            foreach (var caught in state["Catch"]?.AsArray() ?? [])
            {
                yield return $"{name} -> {caught!["Next"]} (caught)";
            }

            foreach (var transition in (state["Branches"]?.AsArray() ?? []).SelectMany(branch => Written(branch!, name)))
            {
                yield return transition;
            }
        }
    }

    public static IEnumerable<string> Walked(Execution execution)
    {
        var events = execution.History.ToDictionary(happened => happened.Id);
        foreach (var entered in events.Values.Where(happened => happened.Type.EndsWith("StateEntered", StringComparison.Ordinal)))
        {
            // The first state follows from nothing.
            var before = events[Math.Max(1, entered.PreviousEventId)];
            if (before.Type.EndsWith("StateExited", StringComparison.Ordinal))
            {
                var cause = events[before.PreviousEventId].Type;
                var caught = cause.EndsWith("Failed", StringComparison.Ordinal) || cause.EndsWith("TimedOut", StringComparison.Ordinal);
                yield return $"{before.StateName} -> {entered.StateName}{(caught ? " (caught)" : "")}";
            }
            else
            {
                yield return $"{Container(before, events)} -> {entered.StateName}";
            }
        }
    }

    private static string Container(HistoryEvent before, Dictionary<int, HistoryEvent> events)
    {
        while (before.StateName is null && before.PreviousEventId > 0)
        {
            before = events[before.PreviousEventId];
        }

        return before.StateName ?? "start";
    }
}
