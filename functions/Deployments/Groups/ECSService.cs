namespace Sluice.Deployments.Groups;

/// <summary>An ECS service.</summary>
/// <param name="ServiceName">Its name or ARN.</param>
/// <param name="ClusterName">Its cluster's name or ARN.</param>
public sealed record ECSService(string? ServiceName = null, string? ClusterName = null)
{
    /// <summary>The same by names, with which ARNs end: what is one service is then equal.</summary>
    internal ECSService ByName() => new(Name(ServiceName), Name(ClusterName));

    private static string? Name(string? nameOrArn) => nameOrArn?[(nameOrArn.LastIndexOf('/') + 1)..];
}
