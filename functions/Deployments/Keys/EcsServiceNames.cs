namespace Sluice.Deployments.Keys;

/// <summary>The names of ECS services.</summary>
internal static class EcsServiceNames
{
    /// <summary>The same by names, with which ARNs end: what is one service is then equal.</summary>
    public static ECSService ByName(this ECSService service) => new() { ServiceName = Name(service.ServiceName), ClusterName = Name(service.ClusterName) };

    private static string? Name(string? nameOrArn) => nameOrArn?[(nameOrArn.LastIndexOf('/') + 1)..];
}
