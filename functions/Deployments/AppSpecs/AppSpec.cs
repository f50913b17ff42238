using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.AppSpecs;

/// <summary>What an appspec says, whichever platform it is for.</summary>
public abstract record AppSpec
{
    /// <summary>The hooks; an event has at most one.</summary>
    public IReadOnlyList<AppSpecHook> Hooks { get; init; } = [];

    /// <summary>How traffic is moved; null leaves it to the deployment's configuration.</summary>
    public AppSpecStrategy? Strategy { get; init; }

    /// <summary>How the steps are judged; null leaves it to the deployment group.</summary>
    public AnalysisPlan? Analysis { get; init; }

    /// <summary>The hooks as they are run; one without a time of its own gets <paramref name="timeoutSeconds"/>.</summary>
    public IReadOnlyList<HookPlan> HookPlans(int timeoutSeconds) => [.. Hooks.Select(hook => new HookPlan(hook.EventName, hook.Function, hook.TimeoutSeconds ?? timeoutSeconds))];
}
