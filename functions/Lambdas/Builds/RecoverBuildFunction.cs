using Amazon.Lambda.Annotations;
using Sluice.Builds.Ending;
using Sluice.Platform.Runs;

namespace Sluice.Lambdas.Builds;

/// <summary>The rule on failed executions of the build machine.</summary>
public sealed class RecoverBuildFunction(RecoverBuild recover)
{
    /// <summary>Ends the build that the execution left.</summary>
    [LambdaFunction(ResourceName = "RecoverBuildFunction")]
    public Task RecoverBuild(ExecutionEndEvent happened) => recover.RunAsync(happened);
}
