using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.StateMachines;

/// <summary>Runs machines on virtual time.</summary>
internal sealed class Bench
{
    private int count;

    internal Bench(IExecutionJournal? journal = null, ScriptedServices? services = null, VirtualTime? time = null)
    {
        Services = services ?? new ScriptedServices();
        Time = time ?? new VirtualTime();
        Engine = new ExecutionEngine(Services, Time, journal ?? new InMemoryExecutionJournal());
    }

    internal ScriptedServices Services { get; }

    internal VirtualTime Time { get; }

    internal ExecutionEngine Engine { get; }

    internal Execution Start(string definition, string input = "{}") =>
        Engine.Start(MachineDefinition.Parse(definition), "machine", $"run-{++count}", JsonNode.Parse(input));

    internal Execution Run(string definition, string input = "{}")
    {
        Execution? execution = null;
        Time.Run(async () =>
        {
            execution = Start(definition, input);
            await execution.Completion;
        });
        return execution!;
    }

    /// <summary>Runs a machine of the one state and gives its output as JSON.</summary>
    internal string Output(string state, string input = "{}")
    {
        var result = Run(One(state), input).Result!;
        result.Status.ShouldBe(ExecutionStatus.Succeeded, $"{result.Error}: {result.Cause}");
        return result.OutputJson!;
    }

    internal ExecutionResult Result(string definition, string input = "{}") => Run(definition, input).Result!;

    /// <summary>A machine of one state, which is given without its braces.</summary>
    internal static string One(string state) => """{"StartAt": "S", "States": {"S": {""" + state + "}}}";

    /// <summary>A machine of one task; more of its fields are given without braces.</summary>
    internal static string Task(string resource, string fields = "") =>
        One($""" "Type": "Task", "Resource": "{resource}", "End": true{(fields.Length > 0 ? "," : "")}{fields} """);

    /// <summary>Each event's type, behind the id of the one that it follows from.</summary>
    internal static IReadOnlyList<string> Links(Execution execution) => [.. execution.History.Select(happened => $"{happened.PreviousEventId}>{happened.Type}")];

    internal static IReadOnlyList<string> Events(Execution execution) => [.. execution.History.Select(happened => happened.Type)];
}
