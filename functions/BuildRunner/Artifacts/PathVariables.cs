using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Puts the values of the build's variables into the paths of an artifact.</summary>
internal static class PathVariables
{
    /// <summary>The variables whose values are needed.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<BuildspecArtifact> artifacts) =>
        [.. artifacts.SelectMany(Paths).SelectMany(ArtifactPath.Variables).Distinct()];

    /// <param name="artifact">Which files.</param>
    /// <param name="values">The variables that are set.</param>
    /// <exception cref="ArtifactException">A variable is not set, or what it holds makes no path.</exception>
    public static BuildspecArtifact Expand(BuildspecArtifact artifact, IReadOnlyDictionary<string, string> values)
    {
        var faults = Paths(artifact).SelectMany(path => ArtifactPath.Variables(path).Where(name => !values.ContainsKey(name)).Select(name => $"'{path}': the variable {name} is not set.")).ToList();
        if (faults.Count > 0)
        {
            throw new ArtifactException(string.Join('\n', faults));
        }

        return artifact with
        {
            Files = [.. artifact.Files.Select(path => Expand(path, values, mayLeave: false))],
            BaseDirectory = artifact.BaseDirectory is { } directory ? Expand(directory, values, mayLeave: true) : null,
            ExcludePaths = [.. artifact.ExcludePaths.Select(path => Expand(path, values, mayLeave: false))],
        };
    }

    private static IEnumerable<string> Paths(BuildspecArtifact artifact) => [.. artifact.Files, artifact.BaseDirectory ?? "", .. artifact.ExcludePaths];

    private static string Expand(string path, IReadOnlyDictionary<string, string> values, bool mayLeave)
    {
        var expanded = ArtifactPath.WithValues(path, values);
        return ArtifactPath.Variables(path).Any() && (expanded.Length == 0 || ArtifactPath.Fault(expanded, mayLeave) is not null)
            ? throw new ArtifactException($"'{path}' is '{expanded}', which {(expanded.Length == 0 ? "is empty" : ArtifactPath.Fault(expanded, mayLeave))}.")
            : expanded;
    }
}
