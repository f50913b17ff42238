namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>The machine waits for a job's answer.</summary>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Number">The job.</param>
/// <param name="After">What the machine was told to do: <c>Invoke</c> if the job's function was called.</param>
/// <param name="TaskToken">Completes the wait: a bearer secret.</param>
/// <param name="EnteredTime">When the machine entered the state (<c>$$.State.EnteredTime</c>).</param>
/// <param name="RetryCount">Which delivery of the task this is.</param>
public sealed record AnswerWait(string ActionExecutionId, int Number, string After, string TaskToken, string EnteredTime, int RetryCount)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"the wait for job {Number} of {ActionExecutionId}";
}
