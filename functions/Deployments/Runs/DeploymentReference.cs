using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>Which deployment is meant.</summary>
public sealed record DeploymentReference(string DeploymentId)
{
    /// <summary>The write that lets the deployment's action be this one.</summary>
    internal static PutItem OfAction(Deployment deployment) => PutItem.Of(DeploymentKeys.Action(deployment.Action!.ActionExecutionId), new DeploymentReference(deployment.DeploymentId), Condition.Absent);
}
