using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Swift.Archives;

/// <summary>A manifest of a package.</summary>
/// <param name="FileName"><c>Package.swift</c>, or that of a version of Swift, e.g. <c>Package@swift-5.9.swift</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed partial record SwiftManifest(string FileName, byte[] Content)
{
    public const string Main = "Package.swift";
    private const int Head = 1024;

    /// <summary>Whether a file at the top of a package is a manifest.</summary>
    public static bool Is(string fileName) => fileName == Main || VersionOf(fileName) is not null;

    /// <summary>The version of Swift that a manifest is for; null if it is for all, or is none.</summary>
    public static string? VersionOf(string fileName) => Named().Match(fileName) is { Success: true } found ? found.Groups["version"].Value : null;

    /// <summary>The version of the tools that it says it wants; null if it says none.</summary>
    public string? ToolsVersion => Tools().Match(Encoding.UTF8.GetString(Content, 0, Math.Min(Head, Content.Length))) is { Success: true } found ? found.Groups["version"].Value : null;

    [GeneratedRegex(@"^Package@swift-(?<version>[0-9]{1,9}(\.[0-9]{1,9}){0,2})\.swift\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*//\s*swift-tools-version:\s*(?<version>[0-9]{1,9}(\.[0-9]{1,9}){0,2})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tools();
}
