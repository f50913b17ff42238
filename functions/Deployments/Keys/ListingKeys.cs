using System.Globalization;

namespace Sluice.Deployments.Keys;

/// <summary>Where listings of deployments are in the table.</summary>
internal static class ListingKeys
{
    /// <summary>The index's partition of all deployments.</summary>
    public const string All = "DEPLOYMENTS";

    public static string Group(string deploymentGroupId) => $"DEPLOYMENTS#GROUP#{deploymentGroupId}";

    public static string External(string externalId) => $"DEPLOYMENTS#EXTERNAL#{externalId}";

    /// <summary>The beginning of the sort keys of a moment.</summary>
    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "#";

    /// <summary>After all sort keys of a moment.</summary>
    public static string After(DateTimeOffset time) => At(time) + "~";
}
