using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Clients;

/// <summary>The services of the suite, by the shapes of what they are asked.</summary>
internal static class SuiteServices
{
    public static readonly AwsJsonService CodePipeline = new("CodePipeline_20150709", "codepipeline", "codepipeline", "CODEPIPELINE");

    public static readonly AwsJsonService CodeDeploy = new("CodeDeploy_20141006", "codedeploy", "codedeploy", "CODEDEPLOY");

    /// <summary>The service that takes an input.</summary>
    public static AwsJsonService Of(object input) => input.GetType().Namespace switch
    {
        "Sluice.Pipelines.Shapes" => CodePipeline,
        "Sluice.Deployments.Shapes" => CodeDeploy,
        "Sluice.Builds.Shapes" => AwsJsonService.CodeBuild,
        var other => throw new ArgumentException($"{other} has no shapes of a service.", nameof(input)),
    };
}
