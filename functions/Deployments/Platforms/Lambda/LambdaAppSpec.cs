using Sluice.Deployments.AppSpecs;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>An appspec for Lambda.</summary>
/// <param name="FunctionName">The function whose alias is moved.</param>
/// <param name="Alias">The alias that gets the traffic.</param>
/// <param name="CurrentVersion">The version that the alias must be at; null takes it as it is (CodeDeploy requires it).</param>
/// <param name="TargetVersion">The version that gets the traffic; null publishes the artifact as a new version (CodeDeploy requires it).</param>
internal sealed record LambdaAppSpec(string FunctionName, string Alias, string? CurrentVersion, string? TargetVersion) : AppSpec
{
    internal override string Platform => LambdaPlan.Platform;

    internal override IAppSpecResource Resource => LambdaResource.Instance;

    // What is only looked up comes in the appspec's order, the function itself last: as for a pipeline's release.
    internal override TargetPlan Plan(GroupSettings group) => new LambdaPlan(
        FunctionName,
        Alias,
        CurrentVersion,
        [
            .. Hooks.Select(hook => hook.Function).Distinct(StringComparer.Ordinal).Select(FunctionWork.CheckHook),
            FunctionWork.Check(FunctionName, TargetVersion!),
        ]);
}
