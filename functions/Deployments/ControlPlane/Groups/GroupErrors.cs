using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>The errors about deployment groups, by the names of the model.</summary>
internal static class GroupErrors
{
    public static ApiException DoesNotExist(string applicationName, string groupName) => new(
        "DeploymentGroupDoesNotExistException", $"The application '{applicationName}' has no deployment group named '{groupName}'.");

    public static ApiException AlreadyExists(string groupName) =>
        new("DeploymentGroupAlreadyExistsException", $"The application has a deployment group named '{groupName}' already.");

    public static ApiException ApplicationIsGone() => new("ApplicationDoesNotExistException", "The application was deleted meanwhile.");

    public static ApiException ServiceIsTaken(ECSService service) => new(
        "ECSServiceMappingLimitExceededException",
        $"The ECS service '{service.ServiceName}' of the cluster '{service.ClusterName}' belongs to another deployment group; a service belongs to one.");
}
