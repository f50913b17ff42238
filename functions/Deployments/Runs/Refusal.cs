namespace Sluice.Deployments.Runs;

/// <summary>A decision that stores nothing.</summary>
internal static class Refusal
{
    /// <param name="record">The deployment, which stays as it is.</param>
    /// <param name="why">What is thrown.</param>
    public static Decision<Deployment, T> Of<T>(Deployment record, Exception why) => new(record, default!) { Throw = why };
}
