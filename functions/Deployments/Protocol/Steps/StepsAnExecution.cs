namespace Sluice.Deployments.Protocol.Steps;

/// <summary>After how many steps a deployment is handed over to another execution.</summary>
/// <param name="Count">At least 1.</param>
public sealed record StepsAnExecution(int Count)
{
    /// <summary>A step is about 25 events, and the history of an execution has room for 25,000.</summary>
    public static readonly StepsAnExecution InAws = new(200);
}
