using System.Text.Json.Nodes;

namespace Sluice.Platform.StateMachines;

/// <summary>The calls of Step Functions that the suite's Lambdas make.</summary>
public interface IStateMachines
{
    /// <summary>Starts an execution of the suite's machine of this name (<c>pipeline</c>, <c>build</c>, <c>deploy-lambda</c>, <c>deploy-ecs</c>).</summary>
    /// <returns>False if an execution of that name exists or existed (<c>ExecutionAlreadyExists</c>).</returns>
    Task<bool> StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken = default);

    /// <summary>Completes the task that waits with this token.</summary>
    /// <returns>False if nobody waits with it any more (<c>TaskTimedOut</c>, <c>InvalidToken</c>).</returns>
    Task<bool> SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken = default);

    /// <summary>Fails the task that waits with this token.</summary>
    /// <returns>False if nobody waits with it any more (<c>TaskTimedOut</c>, <c>InvalidToken</c>).</returns>
    Task<bool> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken = default);

    /// <summary>Lets the task that waits with this token wait on: whoever works for it is alive.</summary>
    /// <returns>False if nobody waits with it any more (<c>TaskTimedOut</c>, <c>InvalidToken</c>).</returns>
    Task<bool> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken = default);
}
