namespace Sluice.Deployments.Keys;

/// <summary>Where deployments and what belongs to them are in the table.</summary>
internal static class DeploymentKeys
{
    /// <summary>The index's partition of deployments that are going on.</summary>
    public const string Active = "DEPLOYMENTS#Active";

    private const string Prefix = "DEPLOYMENT#";

    /// <summary>What the sweeps counted.</summary>
    public static readonly Key Sweep = new("DEPLOYSWEEP", "COUNT");

    public static Key Deployment(string deploymentId) => new(Prefix + deploymentId, "DEPLOYMENT");

    /// <summary>The id of the deployment whose record is there.</summary>
    public static string IdOf(Key key) => key.Pk[Prefix.Length..];

    /// <summary>Which deployment an action is: what makes starting it twice one deployment.</summary>
    public static Key Action(string actionExecutionId) => new($"DEPLOYACTION#{actionExecutionId}", "DEPLOYMENT");

    public static Key Watch(string alarmName, string deploymentId) => new(Alarm(alarmName), $"DEPLOYMENT#{deploymentId}");

    public static string Alarm(string alarmName) => $"ALARM#{alarmName}";

    public static Key Target(string target) => new($"DEPLOYTARGET#{target}", "CLAIM");

    public static IndexKey ActiveSince(Deployment deployment) => new(Active, ListingKeys.At(deployment.CreateTime) + deployment.DeploymentId);
}
