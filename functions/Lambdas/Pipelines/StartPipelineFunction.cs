using Amazon.Lambda.Annotations;
using Sluice.Pipelines.ControlPlane.Executions;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The target of users' rules that start pipelines: whatever happens on the account's bus.</summary>
public sealed class StartPipelineFunction(EventStarts starts)
{
    /// <summary>See <see cref="EventStarts.StartAsync"/>.</summary>
    [LambdaFunction(ResourceName = "StartPipelineFunction")]
    public Task<string> StartPipeline(EventStart input) => starts.StartAsync(input);
}
