using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Platform.StateMachines;

namespace Sluice.World.Machines;

/// <summary>Step Functions, as the Lambdas call it, on the engine; the tokens of pipelines, which no machine of the test waits with, are noted.</summary>
internal sealed class EngineMachines : IStateMachines
{
    public Func<string, Task> Gate { get; set; } = _ => Task.CompletedTask;

    public ExecutionEngine Engine { get; set; } = null!;

    /// <summary>Which tokens are of actions of a pipeline.</summary>
    public Func<string, bool> IsAction { get; init; } = token => token.StartsWith("action-", StringComparison.Ordinal);

    /// <summary>Their answers.</summary>
    public Dictionary<string, List<JsonNode?>> Actions { get; } = [];

    public Task<bool> StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Starts go by the outbox.");

    public async Task<bool> SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken = default)
    {
        await Gate("succeed task");
        if (!IsAction(taskToken))
        {
            return Engine.SucceedTask(taskToken, output);
        }

        var answers = Actions.TryGetValue(taskToken, out var known) ? known : Actions[taskToken] = [];
        answers.Add(output?.DeepClone());
        return answers.Count == 1;
    }

    public async Task<bool> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken = default)
    {
        await Gate("fail task");
        return Engine.FailTask(taskToken, error, cause);
    }

    public Task<bool> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken = default) => Task.FromResult(Engine.HeartbeatTask(taskToken));
}
