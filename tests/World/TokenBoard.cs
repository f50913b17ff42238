using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.World;

/// <summary>Step Functions as a board of tokens: what was completed and in which order; the first completion wins.</summary>
internal sealed class TokenBoard : IStateMachines
{
    /// <summary>Each completion that was tried.</summary>
    public List<(string Token, JsonNode? Output, string? Error)> Completed { get; } = [];

    /// <summary>The output of each token that succeeded.</summary>
    public Dictionary<string, JsonNode?> Done { get; } = [];

    /// <summary>Thrown by the next success instead of taking it.</summary>
    public Exception? NextFailure { get; set; }

    /// <summary>Whether a task may fail; if not, a failure is a result like any other.</summary>
    public bool TakesFailures { get; init; } = true;

    public ActionResult Result(string token) => Completed.Last(entry => entry.Token == token).Output.Deserialize<ActionResult>(SluiceJson.Options)!;

    public Task<bool> StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Starts go by the outbox.");

    public Task<bool> SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken = default)
    {
        if (NextFailure is { } failure)
        {
            NextFailure = null;
            throw failure;
        }

        Done.TryAdd(taskToken, output?.DeepClone());
        return CompleteAsync(taskToken, output, null);
    }

    public Task<bool> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken = default) =>
        TakesFailures ? CompleteAsync(taskToken, null, error) : throw new NotSupportedException("A failed action is a result.");

    /// <summary>The tokens that heartbeats came for.</summary>
    public List<string> Heartbeats { get; } = [];

    public Task<bool> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken = default)
    {
        Heartbeats.Add(taskToken);
        return Task.FromResult(!Completed.Exists(entry => entry.Token == taskToken));
    }

    private Task<bool> CompleteAsync(string token, JsonNode? output, string? error)
    {
        var isFirst = !Completed.Exists(entry => entry.Token == token);
        Completed.Add((token, output?.DeepClone(), error));
        return Task.FromResult(isFirst);
    }
}
