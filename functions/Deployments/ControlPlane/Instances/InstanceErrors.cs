using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Instances;

/// <summary>The errors about on-premises instances, by the names of the model.</summary>
internal static class InstanceErrors
{
    public static ApiException NotRegistered(IReadOnlyList<string> names) => new(
        "InstanceNotRegisteredException", $"Not registered as on-premises instances: {string.Join(", ", names.Select(name => $"'{name}'"))}.");

    public static ApiException AlreadyRegistered(string name) =>
        new("InstanceNameAlreadyRegisteredException", $"An on-premises instance named '{name}' is registered already.");

    public static ApiException IdentityTaken(OnPremisesInstance instance) => new(
        instance.IamUserArn is null ? "IamSessionArnAlreadyRegisteredException" : "IamUserArnAlreadyRegisteredException",
        $"'{instance.Identity()}' is registered with another on-premises instance; each has its own.");

    public static ApiException TooMany(int count) => new(
        "InstanceLimitExceededException", $"instanceNames: at most {InstanceRules.MostAtOnce} were expected, not {count}.");
}
