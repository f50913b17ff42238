using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Protocol;

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

    /// <summary>CodeDeploy's name of the platform that it is for.</summary>
    internal abstract string Platform { get; }

    /// <summary>What it is of; null where no traffic is moved.</summary>
    internal virtual IAppSpecResource? Resource => null;

    /// <summary>The hooks as they are run; one without a time of its own gets <paramref name="timeoutSeconds"/>.</summary>
    public IReadOnlyList<HookPlan> HookPlans(int timeoutSeconds) => [.. Hooks.Select(hook => new HookPlan(hook.EventName, hook.Function, hook.TimeoutSeconds ?? timeoutSeconds))];

    /// <summary>What a deployment of it to a group of its platform changes.</summary>
    /// <exception cref="ApiException">The group does not say where to: an error of <c>CreateDeployment</c>'s model.</exception>
    internal abstract TargetPlan Plan(GroupSettings group);
}
