using Amazon.Lambda.Annotations;
using Sluice.Builds.Running;
using Sluice.Builds.Queueing;

namespace Sluice.Lambdas.Builds;

/// <summary>The build machine's first step.</summary>
public sealed class BeginBuildFunction(BeginBuild begin)
{
    /// <summary>Completes the task's token with what the build's program is told, when it is the build's turn.</summary>
    [LambdaFunction(ResourceName = "BeginBuildFunction")]
    public Task BeginBuild(BuildRequest request) => begin.RunAsync(request);
}
