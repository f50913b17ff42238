namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>What a bucket does with versions.</summary>
internal static class VersioningStatus
{
    /// <summary>Each put makes a version, and each delete a marker.</summary>
    public const string Enabled = "Enabled";

    /// <summary>Versions that there are stay; what is put is the version <c>null</c>.</summary>
    public const string Suspended = "Suspended";
}
