using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers;

/// <summary>Where an action's artifacts are, in CodePipeline's form: at most 20 characters of the pipeline, 10 of the artifact, and a name of this action of this run.</summary>
internal static class ArtifactKeys
{
    /// <summary>Where an output artifact's zip is put: by the suite, or by whoever does the action.</summary>
    public static ObjectRef Zip(string bucket, ActionRequest request, string artifact) => Of(bucket, request, artifact, "zip");

    /// <summary>Where the manifest is that the run knows the artifact by.</summary>
    public static ObjectRef Manifest(string bucket, ActionRequest request, string artifact) => Of(bucket, request, artifact, "json");

    /// <summary>Where a template is put that is too long for a call of CloudFormation.</summary>
    public static ObjectRef Template(string bucket, ActionRequest request) => new(bucket, $"{Start(request.PipelineName, 20)}/Template/{request.ActionExecutionId}.template");

    /// <summary>The whole name is in it, too: two artifacts of an action may begin alike.</summary>
    private static ObjectRef Of(string bucket, ActionRequest request, string artifact, string kind) =>
        new(bucket, $"{Start(request.PipelineName, 20)}/{Start(artifact, 10)}/{request.ActionExecutionId}{(artifact.Length > 10 ? "-" + artifact : "")}.{kind}");

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];
}
