using NuGet.Packaging;

namespace Sluice.Packages.Formats.NuGet.Names;

/// <summary>Ids of packages: people write them in any case, and they are the same package.</summary>
internal static class PackageName
{
    /// <summary>How many characters an id may have.</summary>
    public const int Longest = PackageIdValidator.MaxPackageIdLength;

    /// <summary>The name that it is kept under; null if it is no id.</summary>
    public static string? Key(string? written) => written is { Length: > 0 and <= Longest } && IsId(written) ? written.ToLowerInvariant() : null;

    /// <summary>The library's pattern lets a line end at its end pass.</summary>
    private static bool IsId(string written) => written[^1] != '\n' && PackageIdValidator.IsValidPackageId(written);
}
