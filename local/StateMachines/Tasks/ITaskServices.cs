using System.Text.Json.Nodes;

namespace Sluice.Local.StateMachines.Tasks;

/// <summary>What the engine's Task states call: one method for every resource that this machine serves.</summary>
public interface ITaskServices
{
    /// <summary>
    /// Whether a resource can be called, without its pattern suffix: <c>arn:aws:states:::lambda:invoke</c>, <c>arn:aws:states:::aws-sdk:lambda:updateAlias</c>,
    /// <c>arn:aws:lambda:…:function:name</c>. A definition with one that cannot is refused when it is loaded.
    /// </summary>
    bool Serves(string resource);

    /// <summary>
    /// Makes the call. For <c>.sync</c> it tells <see cref="TaskCall.Submitted"/> when the job runs, and returns when it has ended, with its description. For <c>.waitForTaskToken</c> it returns when the request
    /// is accepted (a Lambda: when it has returned), and the engine goes on to wait for the token. Cancellation means that nobody waits any more: a <c>.sync</c> job is stopped.
    /// </summary>
    /// <exception cref="TaskFailedException">The call failed with an error name that a machine can catch.</exception>
    Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken);
}
