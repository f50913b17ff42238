using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Calls;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The action machine's AdvanceAction task.</summary>
public sealed class AdvanceActionFunction(AdvanceAction use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Calls.AdvanceAction.AdvanceAsync"/>.</summary>
    [LambdaFunction(ResourceName = "AdvanceActionFunction")]
    public Task<AdvanceAnswer> AdvanceAction(AdvanceRequest request) => use.AdvanceAsync(request);
}
