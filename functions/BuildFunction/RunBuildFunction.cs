using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace Sluice.BuildFunction;

/// <summary>A build on Lambda.</summary>
public sealed class RunBuildFunction(FunctionBuild build)
{
    /// <summary>Answers when the build has ended, which its result says more of.</summary>
    [LambdaFunction(ResourceName = "BuildFunction")]
    public Task RunBuild(BuildInvocation input, ILambdaContext context) => build.RunAsync(input, context.RemainingTime);
}
