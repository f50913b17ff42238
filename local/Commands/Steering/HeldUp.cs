using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Seeing;

namespace Sluice.Local.Commands.Steering;

/// <summary>What waits for somebody to let it go on.</summary>
/// <param name="StageName">In which stage.</param>
/// <param name="Deployment">The deployment; null where it is the stage's inbound transition.</param>
internal sealed record HeldUp(string StageName, DeploymentInfo? Deployment)
{
    /// <summary>All of a pipeline.</summary>
    public static IReadOnlyList<HeldUp> Of(PipelineView view) =>
    [
        .. view.Deployments.Select(deployment => deployment.DeploymentInfo).Where(DeploymentWait.IsWaiting).Select(deployment => new HeldUp(deployment.DeploymentGroupName ?? "", deployment)),
        .. view.State.StageStates?.Where(stage => stage.InboundTransitionState is { Enabled: false }).Select(stage => new HeldUp(stage.StageName!, Deployment: null)) ?? [],
    ];

    /// <summary>What one types to continue this one.</summary>
    public string Text(string pipeline) => Deployment is { } deployment ? $"sluice continue {deployment.DeploymentId} (deployment of {StageName})" : $"sluice continue {pipeline} {StageName} (transition)";
}
