using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Deployments.Protocol;

/// <summary>The platforms, each registered by the name that plans have.</summary>
public sealed class ShiftPlatforms(IServiceProvider services)
{
    /// <exception cref="InvalidOperationException">Nobody registered it.</exception>
    internal IShiftPlatform Of(DeploymentPlan plan) => services.GetRequiredKeyedService<IShiftPlatform>(plan.Target.ComputePlatform());
}
