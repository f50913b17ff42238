using Sluice.Platform.Actions;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.ControlPlane.Actions;

/// <summary>The configuration of an action that deploys to a group.</summary>
internal static class GroupActionKeys
{
    private static readonly string[] _needed = ["ApplicationName", "DeploymentGroupName"];

    /// <exception cref="InvalidDocumentException">All that is missing or not known.</exception>
    public static void Check(ActionRequest request, IReadOnlyList<string> others)
    {
        IReadOnlyList<Fault> faults =
        [
            .. _needed.Where(key => request.Configuration.GetValueOrDefault(key) is not { Length: > 0 }).Select(key => Of(key, "is required")),
            .. request.Configuration.Keys.Except([.. _needed, .. others], StringComparer.Ordinal).Select(key => Of(key, $"is not known here; expected one of {string.Join(", ", [.. _needed, .. others])}")),
        ];
        if (faults.Count > 0)
        {
            throw new InvalidDocumentException(faults);
        }
    }

    private static Fault Of(string key, string message) => new("action configuration", 0, key, message);
}
