using System.Text.Json.Nodes;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>The parameters of <c>CreateTaskSet</c>: what the appspec says, and the original's for the rest.</summary>
internal static class ReplacementTaskSet
{
    public static JsonObject Parameters(string deploymentId, EcsPlan plan, ServiceFound found)
    {
        var set = plan.TaskSet;
        var parameters = new JsonObject
        {
            ["Cluster"] = plan.ClusterName,
            ["Service"] = plan.ServiceName,
            ["TaskDefinition"] = set.TaskDefinition,
            // Asked for again, it is the same task set; and a deployment finds it by its id.
            ["ClientToken"] = deploymentId,
            ["ExternalId"] = deploymentId,
            ["LoadBalancers"] = new JsonArray(new JsonObject
            {
                ["TargetGroupArn"] = found.Replacement,
                ["ContainerName"] = set.ContainerName,
                ["ContainerPort"] = set.ContainerPort,
            }),
            ["Scale"] = new JsonObject { ["Value"] = 100, ["Unit"] = "PERCENT" },
        };
        Add(parameters, "NetworkConfiguration", Network(set.Network) ?? found.Primary?.NetworkConfiguration?.DeepClone());
        Add(parameters, "PlatformVersion", set.PlatformVersion ?? found.Primary?.PlatformVersion);
        Add(parameters, "ServiceRegistries", NotEmpty(found.Primary?.ServiceRegistries));
        var providers = Providers(set.CapacityProviders) ?? NotEmpty(found.Primary?.CapacityProviderStrategy);
        Add(parameters, "CapacityProviderStrategy", providers);
        Add(parameters, "LaunchType", providers is null ? found.Primary?.LaunchType ?? found.Service?.LaunchType : null);
        return parameters;
    }

    private static void Add(JsonObject parameters, string name, JsonNode? value)
    {
        if (value is not null)
        {
            parameters[name] = value;
        }
    }

    private static JsonNode? NotEmpty(JsonArray? array) => array is { Count: > 0 } ? array.DeepClone() : null;

    private static JsonObject? Network(TaskSetNetwork? network)
    {
        if (network is null)
        {
            return null;
        }

        var configuration = new JsonObject { ["Subnets"] = Strings(network.Subnets), ["SecurityGroups"] = Strings(network.SecurityGroups) };
        Add(configuration, "AssignPublicIp", network.AssignPublicIp);
        return new JsonObject { ["AwsvpcConfiguration"] = configuration };
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static JsonArray? Providers(IReadOnlyList<CapacityProviderItem>? providers) => providers is not { Count: > 0 } ? null : new([.. providers.Select(
        provider => (JsonNode)new JsonObject { ["CapacityProvider"] = provider.CapacityProvider, ["Weight"] = provider.Weight, ["Base"] = provider.Base })]);
}
