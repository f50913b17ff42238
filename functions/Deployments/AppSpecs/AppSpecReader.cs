using System.Text;
using System.Text.Json;
using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>
/// Reads an appspec for Lambda or ECS whole, in YAML or JSON; member names match in any case, as CodeDeploy's own examples write them both ways.
/// </summary>
internal static class AppSpecReader
{
    private static readonly string[] _serverMembers = ["os", "files", "permissions", "file_exists_behavior"];

    /// <param name="file">Its name: JSON if it ends so.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="releasesVersion">Whether there is nothing to publish, so that a Lambda appspec must name the target version.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static AppSpec Read(string file, ReadOnlySpan<byte> content, bool releasesVersion = false) =>
        DocumentReader.Read(file, content, root => Root(root, releasesVersion), ignoreCase: true);

    /// <summary>An appspec that is part of a request and has no name: JSON if it is JSON, else YAML.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static AppSpec ReadInline(string content, bool releasesVersion = false) =>
        DocumentReader.Read(IsJson(content) ? "appspec.json" : "appspec.yaml", content, root => Root(root, releasesVersion), ignoreCase: true);

    private static AppSpec Root(MappingReader root, bool releasesVersion)
    {
        Version(root);
        if (IsForServers(root))
        {
            return new LambdaAppSpec("", "", null, null);
        }

        var resources = root.Required("Resources", "a list with one resource") ? root.ListOfMappings("Resources", resource => Resource(resource, releasesVersion)) : [];
        if (resources.Count != 1 && root.Has("Resources"))
        {
            root.Fault("Resources", $"one resource was expected, not {resources.Count}: a deployment moves the traffic of one, so ship several as several deployments");
        }

        var spec = resources.OfType<AppSpec>().FirstOrDefault();
        var hooks = HookReader.Read(root, spec);
        var strategy = StrategyReader.Read(root);
        var analysis = root.OptionalMapping("Analysis", block => AnalysisBlock.Read(block, spec is EcsAppSpec ? EcsMetrics.Platform : LambdaMetrics.Platform));
        return (spec ?? new LambdaAppSpec("", "", null, null)) with { Hooks = hooks, Strategy = strategy, Analysis = analysis };
    }

    private static void Version(MappingReader root)
    {
        if (root.RequiredString("version") is { Length: > 0 } version && version is not ("0.0" or "0"))
        {
            root.Fault("version", $"0.0 was expected, not '{version}'");
        }
    }

    private static bool IsForServers(MappingReader root)
    {
        if (_serverMembers.FirstOrDefault(root.Has) is not { } server || root.Has("Resources"))
        {
            return false;
        }

        root.Fault(server, "this is an appspec for servers (EC2 and on-premises), which is not built yet; expected Resources with an AWS::Lambda::Function or an AWS::ECS::Service");
        root.Ignore(root.Names);
        return true;
    }

    private static AppSpec? Resource(MappingReader resource, bool releasesVersion)
    {
        var names = resource.Names;
        if (names.Count != 1)
        {
            resource.Fault($"one logical name with a map of Type and Properties was expected, not {names.Count}");
        }

        return names.Count == 0 ? null : resource.RequiredMapping(names[0], typed => Typed(typed, releasesVersion));
    }

    private static AppSpec? Typed(MappingReader typed, bool releasesVersion)
    {
        var type = typed.Required("Type", $"{LambdaResource.Type} or {EcsResource.Type}") ? typed.OptionalOneOf("Type", LambdaResource.Type, EcsResource.Type) : null;
        switch (type ?? Meant(typed))
        {
            case LambdaResource.Type:
                return typed.RequiredMapping("Properties", properties => LambdaResource.Read(properties, releasesVersion));
            case EcsResource.Type:
                return typed.RequiredMapping("Properties", EcsResource.Read);
            default:
                return null;
        }
    }

    // By its properties, so that their faults are told beside that of the type.
    private static string? Meant(MappingReader typed) =>
        typed.Node("Properties") is not MappingNode properties ? null
        : Has(properties, "Alias") || Has(properties, "TargetVersion") ? LambdaResource.Type
        : Has(properties, "TaskDefinition") || Has(properties, "LoadBalancerInfo") ? EcsResource.Type
        : null;

    private static bool Has(MappingNode map, string name) => map.Members.Any(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(content));
            return true;
        }
        catch (JsonException)
        {
            return false; // Its faults are told as those of YAML, of which JSON is a part.
        }
    }
}
