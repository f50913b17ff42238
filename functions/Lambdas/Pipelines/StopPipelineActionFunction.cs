using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Takes the stops of the actions that Pipelines does itself.</summary>
public sealed class StopPipelineActionFunction(StopPipelineAction stop)
{
    /// <summary>Stops the action, now or as soon as it is recorded.</summary>
    [LambdaFunction(ResourceName = "StopPipelineActionFunction")]
    public Task StopPipelineAction(ActionStopEvent happened) => stop.StopAsync(happened.Detail);
}
