using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Calls;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The action machine's ParkAction task.</summary>
public sealed class ParkActionFunction(ParkAction use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Calls.ParkAction.ParkAsync"/>.</summary>
    [LambdaFunction(ResourceName = "ParkActionFunction")]
    public Task ParkAction(ParkRequest request) => use.ParkAsync(request);
}
