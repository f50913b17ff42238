using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Configurations;

/// <summary>The errors about deployment configurations, by the names of the model.</summary>
internal static class ConfigurationErrors
{
    public static ApiException DoesNotExist(string name) => new(
        "DeploymentConfigDoesNotExistException",
        $"No deployment configuration is named '{name}'; expected a predefined one, one of ListDeploymentConfigs, or steps in its name such as 'Steps.10@5m,50@10m'.");

    public static ApiException AlreadyExists(string name) =>
        new("DeploymentConfigAlreadyExistsException", $"There is a deployment configuration named '{name}' already.");

    public static ApiException InUse(string name) => new(
        "DeploymentConfigInUseException", $"The deployment configuration '{name}' is used by a deployment group; give the group another one first.");

    public static ApiException IsPredefined(string name) =>
        new("InvalidOperationException", $"'{name}' is no configuration of a user, so it cannot be deleted.");

    public static ApiException InvalidName(string message) => new("InvalidDeploymentConfigNameException", message);
}
