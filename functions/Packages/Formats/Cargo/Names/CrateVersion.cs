namespace Sluice.Packages.Formats.Cargo.Names;

/// <summary>Versions of crates. Those that differ in their build metadata alone are one to cargo, which takes either. Pure.</summary>
internal static class CrateVersion
{
    public const string Expected = "one by Semantic Versioning, such as 1.2.3 or 1.2.3+build,";

    public static bool IsValid(string text) => SemanticVersion.Read(text) is not null;

    /// <summary>Without its build metadata.</summary>
    public static string Plain(string version) => version.Split('+')[0];
}
