using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Revisions;

/// <summary>Where revisions are in the table: in their application's partition, under the hash of what they are.</summary>
internal static class RevisionKeys
{
    public const string Prefix = "REVISION#";
    public const string TextPrefix = "APPSPEC#";

    public static Key Revision(string applicationId, RevisionLocation location) =>
        new(ApplicationKeys.Partition(applicationId), Prefix + RevisionIdentity.Of(location));

    public static Key Text(string applicationId, RevisionLocation location) =>
        new(ApplicationKeys.Partition(applicationId), TextPrefix + RevisionIdentity.Of(location));
}
