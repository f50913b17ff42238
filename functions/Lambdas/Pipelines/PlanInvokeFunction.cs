using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Invoke;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The PlanInvoke task of the machine of jobs.</summary>
public sealed class PlanInvokeFunction(PlanInvoke use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Invoke.PlanInvoke.PlanAsync"/>.</summary>
    [LambdaFunction(ResourceName = "PlanInvokeFunction")]
    public Task<InvokePlan> PlanInvoke(InvokeQuestion question) => use.PlanAsync(question);
}
