using System.Text.Json;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of deployments must be beyond their keys.</summary>
internal static class DeployChecks
{
    private const int Images = 4;

    public static Action<ConfigurationRead>? Of(string provider) => provider switch
    {
        DeployTypes.S3 => S3,
        DeployTypes.Ecs => read => read.Number("DeploymentTimeout", 1, 60),
        DeployTypes.CodeDeployToEcs => CodeDeployToEcs,
        DeployTypes.CloudFormation => CloudFormation,
        _ => null,
    };

    private static void S3(ConfigurationRead read)
    {
        if (read.Value("Extract") == "false")
        {
            read.Needs("ObjectKey", "with Extract false: the name of the object");
        }
    }

    private static void CodeDeployToEcs(ConfigurationRead read)
    {
        read.NamesInput("TaskDefinitionTemplateArtifact");
        read.NamesInput("AppSpecTemplateArtifact");
        for (var number = 1; number <= Images; number++)
        {
            var (artifact, container) = ($"Image{number}ArtifactName", $"Image{number}ContainerName");
            read.NamesInput(artifact);
            if (read.Value(artifact) is null != read.Value(container) is null)
            {
                read.Needs(read.Value(artifact) is null ? artifact : container, $"with {(read.Value(artifact) is null ? container : artifact)}");
            }
        }
    }

    private static void CloudFormation(ConfigurationRead read)
    {
        var mode = read.Plain("ActionMode");
        if (mode is "CREATE_UPDATE" or "REPLACE_ON_FAILURE" or "CHANGE_SET_REPLACE")
        {
            read.Needs("TemplatePath", $"with ActionMode {mode}: ARTIFACT::PATH of the template");
        }

        if (mode is "CHANGE_SET_REPLACE" or "CHANGE_SET_EXECUTE")
        {
            read.Needs("ChangeSetName", $"with ActionMode {mode}");
        }

        read.NamesFile("TemplatePath");
        read.NamesFile("TemplateConfiguration");
        read.Json("ParameterOverrides", overrides => overrides.ValueKind == JsonValueKind.Object ? null : "a JSON map of parameters was expected");
    }
}
