using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Commands.Packages;

/// <summary>Times of CodeArtifact's answers, which are in seconds since 1970.</summary>
internal static class PackageTimes
{
    public static string Written(JsonNode seconds) => Written(DateTimeOffset.UnixEpoch.AddSeconds((double)seconds));

    public static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
