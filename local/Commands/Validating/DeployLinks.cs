using Sluice.Deployments.AppSpecs;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;

namespace Sluice.Local.Commands.Validating;

/// <summary>Which appspec each deploy action of a pipeline goes by, if it is in the folder at hand. One that a build makes may be another, and is looked for in the folder as the suite does, which hands the repository's on.</summary>
internal static class DeployLinks
{
    private const string UsualTemplate = "appspec.yaml";

    public static IReadOnlyList<DeployLink> Of(CheckedPipeline pipeline, SourceFolder folder, IReadOnlyList<BuildLink> builds, IReadOnlyList<CheckedAppSpec> specs)
    {
        var near = SourcesAtHand.Of(pipeline.Read, folder);
        var links = new List<DeployLink>();
        foreach (var read in pipeline.Read.Actions.Where(read => Reads(read.Action)))
        {
            var artifact = Artifact(read.Action);
            var build = builds.FirstOrDefault(link => link.Pipeline == pipeline && link.Read.Action.OutputArtifacts?.Any(output => output.Name == artifact) == true);
            if (artifact is not null && (near.ContainsKey(artifact) || build is { Place: not null }))
            {
                links.Add(new DeployLink(pipeline, read, specs.FirstOrDefault(spec => Names(read.Action, folder).Any(name => folder.At(name) == spec.Document.FullPath)), build));
            }
        }

        return links;
    }

    /// <summary>The files that an action may take its appspec from; the first that there is counts.</summary>
    public static IReadOnlyList<string> Names(ActionDeclaration action, SourceFolder folder) => action.ActionTypeId.Provider == DeployTypes.CodeDeployToEcs
        ? [action.Configuration?.GetValueOrDefault("AppSpecTemplatePath") ?? UsualTemplate]
        : AppSpecSearch.Among(folder.Names);

    /// <summary>Whether an action deploys by an appspec.</summary>
    public static bool Reads(ActionDeclaration action) => action.ActionTypeId is { Category: ActionCategory.Deploy, Provider: DeployTypes.Lambda or DeployTypes.CodeDeploy or DeployTypes.CodeDeployToEcs };

    private static string? Artifact(ActionDeclaration action) => action.ActionTypeId.Provider == DeployTypes.CodeDeployToEcs
        ? action.Configuration?.GetValueOrDefault("AppSpecTemplateArtifact")
        : action.InputArtifacts?.Select(input => input.Name).FirstOrDefault();
}
