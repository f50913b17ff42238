using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.StateMachines;

/// <summary>Services that do what a test says, and remember how they were called.</summary>
internal sealed class ScriptedServices : ITaskServices
{
    internal const string Invoke = "arn:aws:states:::lambda:invoke";

    private readonly Dictionary<string, Func<TaskCall, CancellationToken, Task<JsonNode?>>> scripts = [];

    internal List<TaskCall> Calls { get; } = [];

    public bool Serves(string resource) => resource.StartsWith("arn:aws:states:::lambda:", StringComparison.Ordinal)
        || resource.StartsWith("arn:aws:states:::states:", StringComparison.Ordinal)
        || resource.StartsWith("arn:aws:lambda:", StringComparison.Ordinal);

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        return scripts.TryGetValue(call.StateName, out var script) ? script(call, cancellationToken) : Task.FromResult(call.Parameters?.DeepClone());
    }

    internal ScriptedServices On(string state, Func<TaskCall, CancellationToken, Task<JsonNode?>> script)
    {
        scripts[state] = script;
        return this;
    }

    internal ScriptedServices On(string state, Func<TaskCall, JsonNode?> script) => On(state, (call, _) => Task.FromResult(script(call)));

    internal ScriptedServices Fails(string state, string error, int times = int.MaxValue)
    {
        var left = times;
        return On(state, call => left-- > 0 ? throw new TaskFailedException(error, "as the test wants") : call.Parameters?.DeepClone());
    }
}
