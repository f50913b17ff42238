namespace Sluice.BuildContract.Jobs;

/// <summary>What a build's program does with the source.</summary>
public enum JobMode
{
    /// <summary>Runs the buildspec's phases.</summary>
    Build,

    /// <summary>Only reads the buildspec's <c>batch</c> section: the result has the plan.</summary>
    PlanBatch,

    /// <summary>Fetches the source, then runs one command after the other, as they come, until it is stopped.</summary>
    Sandbox,
}
