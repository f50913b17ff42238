using Sluice.Deployments.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>The errors about revisions, by the names of the model.</summary>
internal static class RevisionErrors
{
    public static ApiException DoesNotExist(string applicationName, RevisionLocation revision) => new(
        "RevisionDoesNotExistException",
        $"The application '{applicationName}' has no revision {RevisionText.Of(revision)}; it was neither registered nor deployed.");

    public static ApiException DescriptionTooLong(int length) =>
        new("DescriptionTooLongException", $"description: at most {RevisionRules.LongestDescription} characters were expected, not {length}.");
}
