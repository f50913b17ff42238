using Amazon.Lambda.Annotations;
using Sluice.Builds.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Builds;

/// <summary>Takes the stops of the pipelines' build actions.</summary>
public sealed class StopBuildActionFunction(StopBuildAction stop)
{
    /// <summary>Stops the build, now or as soon as it is recorded.</summary>
    [LambdaFunction(ResourceName = "StopBuildActionFunction")]
    public Task StopBuildAction(ActionStopEvent happened) => stop.StopAsync(happened.Detail);
}
