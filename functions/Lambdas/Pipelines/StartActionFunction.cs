using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The pipeline machine's StartAction task.</summary>
public sealed class StartActionFunction(StartAction start)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.StartAction.StartAsync"/>.</summary>
    [LambdaFunction(ResourceName = "StartActionFunction")]
    public Task StartAction(ActionRequest request) => start.StartAsync(request);
}
