namespace Sluice.Deployments.Model;

/// <summary>A task of the machine that waits.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Step">The step that waits.</param>
/// <param name="Attempt">Which wait of this step.</param>
/// <param name="RetryCount">Which delivery of the task (<c>$$.State.RetryCount</c>).</param>
/// <param name="Token">Completes the task: a bearer secret.</param>
public sealed record ParkedWait(WaitKind Kind, int Step, int Attempt, int RetryCount, string Token) : ParkedTask(Token, RetryCount)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"a wait of kind {Kind}, step {Step}, attempt {Attempt}, delivery {RetryCount}";
}
