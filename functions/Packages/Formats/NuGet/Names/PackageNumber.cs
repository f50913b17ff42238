using NuGet.Versioning;

namespace Sluice.Packages.Formats.NuGet.Names;

/// <summary>Versions: <c>1.0</c>, <c>1.00.0</c>, <c>1.0.0.0</c> and <c>1.0.0+build</c> are the same one, and so are <c>1.0.0-RC</c> and <c>1.0.0-rc</c>.</summary>
internal static class PackageNumber
{
    private const int Longest = 255;

    /// <summary>The text that it is kept under: normalised, in lower case; null if it is no version.</summary>
    public static string? Key(string? written) => written is { Length: > 0 and <= Longest } && NuGetVersion.TryParse(written, out var version) ? Key(version) : null;

    /// <summary>The text that it is kept under.</summary>
    public static string Key(NuGetVersion version) => version.ToNormalizedString().ToLowerInvariant();

    /// <summary>What is kept, as a version; the lowest one for what is none, which another format's rules let in.</summary>
    public static NuGetVersion Read(string key) => NuGetVersion.TryParse(key, out var version) ? version : new NuGetVersion(0, 0, 0);
}
