using System.Text.Json;

namespace Sluice.Builds.Batching;

/// <summary>What the build does that puts artifacts together.</summary>
internal static class CombiningBuildspec
{
    /// <param name="identifiers">Of the builds, which have letters, digits and _ alone; their artifacts are its secondary sources.</param>
    public static string Of(IReadOnlyList<string> identifiers) => JsonSerializer.Serialize(new
    {
        version = "0.2",
        phases = new { build = new { commands = identifiers.Select(id => $"mkdir \"$CODEBUILD_SRC_DIR/{id}\" && cp -a \"$CODEBUILD_SRC_DIR_{id}/.\" \"$CODEBUILD_SRC_DIR/{id}\"") } },
        artifacts = new Dictionary<string, object> { ["files"] = new[] { "**/*" }, ["enable-symlinks"] = "yes" },
    });
}
