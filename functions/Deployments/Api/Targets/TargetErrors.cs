using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>The errors about targets, by the names of the model.</summary>
internal static class TargetErrors
{
    public static ApiException IdRequired() => new("DeploymentTargetIdRequiredException", "The request names no target: at least one target id was expected.");

    public static ApiException DoesNotExist(string deploymentId, string targetId, string expected) => new(
        "DeploymentTargetDoesNotExistException", $"Deployment {deploymentId} has no target '{targetId}'; it has '{expected}'.");

    public static ApiException TooMany(int count, int most) => new(
        "DeploymentTargetListSizeExceededException", $"{count} targets were asked for; expected at most {most}.");

    public static ApiException InstanceDoesNotExist(string deploymentId, string instanceId, string expected) => new(
        "InstanceDoesNotExistException", $"Deployment {deploymentId} has no instance '{instanceId}'; it has '{expected}'.");

    public static ApiException InvalidPlatform(Deployment record, string what) => new(
        "InvalidComputePlatformException",
        $"Deployment {record.DeploymentId} is of {what}, which this older operation does not tell of; use the operations on deployment targets.");

    public static ApiException InvalidNextToken() => new(
        "InvalidNextTokenException", "The nextToken was not given out for this listing: a deployment's targets fit on one page.");
}
