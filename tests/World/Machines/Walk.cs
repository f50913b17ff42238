using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Histories;

namespace Sluice.World.Machines;

/// <summary>The transitions of a definition, and those that an execution walked, in the same words.</summary>
internal static class Walk
{
    public static IReadOnlySet<string> Of(MachineDefinition definition) =>
        Levels(definition).SelectMany(level => level.States.SelectMany(state => Transitions(state.Key, (JsonObject)state.Value!))).ToHashSet();

    public static IReadOnlySet<string> Of(Execution execution, MachineDefinition definition)
    {
        var walked = new HashSet<string>();
        var levels = Levels(definition);
        var last = new Dictionary<string, (string State, string? Error)>();
        string? error = null;
        foreach (var happened in execution.History)
        {
            var level = levels.FirstOrDefault(level => happened.StateName is { } name && level.States.ContainsKey(name));
            if (happened.Type is "MapIterationStarted" or "ParallelStateStarted")
            {
                // The nested states begin anew.
                last = last.Where(entry => entry.Key.Length == 0).ToDictionary();
            }
            else if (happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            {
                if (last.TryGetValue(level.Name, out var from))
                {
                    walked.Add(Transition(from.State, (JsonObject)level.States[from.State]!, from.Error, happened.StateName!));
                }

                last[level.Name] = (happened.StateName!, null);
                error = null;
            }
            else if (happened.Type is "TaskFailed" or "TaskTimedOut" or "LambdaFunctionFailed")
            {
                error = happened.Type == "TaskTimedOut" ? "States.Timeout" : ErrorOf(happened);
            }
            else if (happened.Type.EndsWith("Succeeded", StringComparison.Ordinal))
            {
                error = null;
            }
            else if (happened.Type.EndsWith("StateExited", StringComparison.Ordinal))
            {
                last[level.Name] = (happened.StateName!, error);
            }
        }

        return walked;
    }

    private static string ErrorOf(HistoryEvent happened) =>
        happened.ToJson().Select(member => member.Value).OfType<JsonObject>().Select(details => (string?)details["error"]).First(name => name is not null)!;

    private static List<(string Name, JsonObject States)> Levels(MachineDefinition definition)
    {
        var top = (JsonObject)JsonNode.Parse(definition.Text)!["States"]!;
        var nested = top.SelectMany(state =>
            new[] { state.Value!["ItemProcessor"] }.Concat((JsonArray?)state.Value["Branches"] ?? []).OfType<JsonObject>()
                .Select((level, index) => (Name: index == 0 ? state.Key : $"{state.Key}[{index}]", States: (JsonObject)level["States"]!)));
        return [("", top), .. nested];
    }

    private static IEnumerable<string> Transitions(string name, JsonObject state)
    {
        if ((string?)state["Next"] is { } next)
        {
            yield return $"{name} -> {next}";
        }

        foreach (var choice in (JsonArray?)state["Choices"] ?? [])
        {
            yield return $"{name} -> {choice!["Next"]}";
        }

        if ((string?)state["Default"] is { } otherwise)
        {
            yield return $"{name} -> {otherwise}";
        }

        foreach (var catcher in (JsonArray?)state["Catch"] ?? [])
        {
            yield return Caught(name, catcher!);
        }
    }

    private static string Transition(string name, JsonObject state, string? error, string to)
    {
        if (error is null)
        {
            return $"{name} -> {to}";
        }

        var catcher = ((JsonArray)state["Catch"]!).First(catcher => ((JsonArray)catcher!["ErrorEquals"]!).Any(equals => (string?)equals is { } named && (named == error || named == "States.ALL")));
        ((string?)catcher!["Next"]).ShouldBe(to);
        return Caught(name, catcher);
    }

    private static string Caught(string name, JsonNode catcher) => $"{name} -{catcher["ErrorEquals"]!.ToJsonString()}-> {catcher["Next"]}";
}
