using Sluice.Platform.Documents;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>The errors of asking for a deployment, by the names of the model.</summary>
internal static class RequestErrors
{
    public static ApiException InvalidRevision(string message) => new("InvalidRevisionException", message);

    public static ApiException InvalidRevision(IReadOnlyList<Fault> faults) => InvalidRevision(string.Join('\n', faults));

    public static ApiException RevisionRequired() => new(
        "RevisionRequiredException", "The request has no revision. Without one, updateOutdatedInstancesOnly deploys the group's target revision again.");

    public static ApiException RevisionDoesNotExist(string message) => new("RevisionDoesNotExistException", message);

    public static ApiException InvalidConfiguration(string message) => new("InvalidDeploymentConfigNameException", message);

    public static ApiException GroupIsBusy(string groupName, string deploymentId) => new(
        "DeploymentLimitExceededException",
        $"Deployment {deploymentId} of the deployment group '{groupName}' has not ended. Wait for it or stop it; or let the group queue deployments (queueDeployments).");

    public static ApiException TargetIsBusy(string subject, string deploymentId) => new(
        "DeploymentLimitExceededException", $"Deployment {deploymentId} is moving the traffic of {subject} and has not ended. Wait for it, or stop it.");
}
