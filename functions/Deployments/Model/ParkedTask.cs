namespace Sluice.Deployments.Model;

/// <summary>A task of the machine that waits. The token is a bearer secret: never in a log, an event or an answer.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Step">The step that waits.</param>
/// <param name="Attempt">Which wait of this step.</param>
/// <param name="RetryCount">Which delivery of the task (<c>$$.State.RetryCount</c>).</param>
/// <param name="Token">Completes the task.</param>
public sealed record ParkedTask(WaitKind Kind, int Step, int Attempt, int RetryCount, string Token);
