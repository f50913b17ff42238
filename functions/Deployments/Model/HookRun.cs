namespace Sluice.Deployments.Model;

/// <summary>A hook that is being run.</summary>
/// <param name="Step">The step that runs it.</param>
/// <param name="Event">The lifecycle event that runs it.</param>
/// <param name="FunctionName">The user's function.</param>
/// <param name="TimeoutSeconds">How long it may take to report.</param>
/// <param name="IdHash">SHA-256 of the execution id that lets the hook report.</param>
/// <param name="RetryCount">Which delivery of the decision gave out the id.</param>
/// <param name="ExpiresAt">When the wait for its report is over, for people: what ends it, and the id with it, is the wait of its machine, whatever a clock says.</param>
/// <param name="Report">What it reported, once.</param>
public sealed record HookRun(
    int Step, string Event, string FunctionName, int TimeoutSeconds, string IdHash, int RetryCount, DateTimeOffset ExpiresAt, HookStatus? Report)
{
    /// <summary>The error of a machine whose wait is over.</summary>
    public const string TimedOut = "States.Timeout";
}
