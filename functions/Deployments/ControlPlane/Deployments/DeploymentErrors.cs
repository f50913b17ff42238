using System.Text.RegularExpressions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>The errors about deployments, by the names of the model.</summary>
internal static partial class DeploymentErrors
{
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>.</exception>
    public static string CheckedId(string? deploymentId) =>
        deploymentId is not { Length: > 0 } ? throw new DeploymentIdRequiredException()
        : IdForm().IsMatch(deploymentId) ? deploymentId
        : throw new ApiException("InvalidDeploymentIdException", $"'{deploymentId}' is no deployment's id; expected d- and nine of A-Z and 0-9.");

    /// <exception cref="ApiException"><c>BatchLimitExceededException</c>.</exception>
    public static void CheckBatch(IReadOnlyCollection<string> ids, string what)
    {
        const int most = 25;
        if (ids.Count > most)
        {
            throw new ApiException("BatchLimitExceededException", $"{ids.Count} {what} were asked for; expected at most {most}.");
        }
    }

    public static ApiException NotStarted(Deployment record) => new(
        "DeploymentNotStartedException", $"Deployment {record.DeploymentId} is {record.ShownStatus()}: it has no targets before it is started.");

    public static ApiException NotReady(Deployment record, string expected) => new(
        "DeploymentIsNotInReadyStateException",
        $"Deployment {record.DeploymentId} is {record.ShownStatus()}{(record.Stop is null ? "" : " and is being stopped")}; it is not waiting for {expected}.");

    public static ApiException Unsupported(string message) => new("UnsupportedActionForDeploymentTypeException", message);

    [GeneratedRegex("^d-[A-Z0-9]{9}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdForm();
}
