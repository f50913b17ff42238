using Amazon.Lambda.Annotations;
using Sluice.Builds.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Builds;

/// <summary>The pipeline's build action.</summary>
public sealed class StartBuildFunction(StartBuildAction start)
{
    /// <summary>Records a build and keeps the task's token until it ends.</summary>
    [LambdaFunction(ResourceName = "StartBuildFunction")]
    public Task StartBuild(ActionRequest request) => start.RunAsync(request);
}
