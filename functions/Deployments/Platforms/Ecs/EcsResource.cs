using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A service in an appspec.</summary>
internal sealed class EcsResource : IAppSpecResource
{
    public const string TypeName = "AWS::ECS::Service";

    public static EcsResource Instance { get; } = new();

    public string Platform => EcsPlan.Platform;

    public string Type => TypeName;

    public IReadOnlyList<string> OwnProperties { get; } = ["TaskDefinition", "LoadBalancerInfo"];

    public IReadOnlyList<string> HookEvents { get; } =
    [
        LifecycleEvents.BeforeInstall, LifecycleEvents.AfterInstall, LifecycleEvents.AfterAllowTestTraffic, LifecycleEvents.BeforeAllowTraffic,
        LifecycleEvents.AfterAllowTraffic,
    ];

    public AnalysisPlatform Metrics => EcsMetrics.Platform;

    public AppSpec Read(MappingReader properties, bool releasesVersion)
    {
        var container = properties.RequiredMapping("LoadBalancerInfo", LoadBalancerInfo);
        return new EcsAppSpec(new TaskSetPlan(
            properties.CheckedRequired("TaskDefinition", EcsForms.TaskDefinition(), "a task definition's ARN, or its family and revision"),
            container.Name ?? "",
            container.Port,
            properties.Checked("PlatformVersion", EcsForms.PlatformVersion(), "LATEST or a Fargate platform version such as 1.4.0"),
            properties.OptionalMapping("NetworkConfiguration", network => network.RequiredMapping("AwsvpcConfiguration", Network)),
            properties.Has("CapacityProviderStrategy") ? CapacityProviders(properties) : null));
    }

    private static (string? Name, int Port) LoadBalancerInfo(MappingReader info) => (
        info.CheckedRequired("ContainerName", EcsForms.ContainerName(), "a container's name"),
        info.RequiredInt("ContainerPort", 1, 65_535));

    // CodeDeploy takes all three or none.
    private static TaskSetNetwork Network(MappingReader network)
    {
        var subnets = Ids(network, "Subnets", 16);
        var groups = Ids(network, "SecurityGroups", 5);
        network.Required("AssignPublicIp", "ENABLED or DISABLED");
        return new TaskSetNetwork(subnets, groups, network.OptionalOneOf("AssignPublicIp", "ENABLED", "DISABLED"));
    }

    private static IReadOnlyList<string> Ids(MappingReader network, string name, int most)
    {
        var ids = network.Required(name, $"a list of 1 to {most}") ? network.ListOfStrings(name) : [];
        if (network.Has(name) && (ids.Count == 0 || ids.Count > most))
        {
            network.Fault(name, $"1 to {most} were expected, not {ids.Count}");
        }

        return ids;
    }

    private static IReadOnlyList<CapacityProviderItem> CapacityProviders(MappingReader properties)
    {
        const string name = "CapacityProviderStrategy";
        var items = properties.ListOfMappings(name, item => new CapacityProviderItem(
            item.RequiredString("CapacityProvider"), item.OptionalInt("Weight", 0, 1000) ?? 0, item.OptionalInt("Base", 0, 100_000) ?? 0));
        if (items.Count is 0 or > 20)
        {
            properties.Fault(name, $"1 to 20 capacity providers were expected, not {items.Count}");
        }
        else if (items.All(item => item.Weight == 0))
        {
            properties.Fault(name, "no capacity provider has a weight above 0; expected at least one, or none could run a task");
        }

        if (items.Count(item => item.Base > 0) > 1)
        {
            properties.Fault(name, "more than one capacity provider has a base; expected at most one");
        }

        return items;
    }
}
