using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Tools;

/// <summary>Finds files by CodeBuild's patterns.</summary>
internal static class FileSearch
{
    private const string AnyFolders = "**";

    /// <param name="tree">The source.</param>
    /// <param name="folder">Where to look, and what paths are relative to.</param>
    /// <param name="patterns">Which; at least one.</param>
    /// <returns>The files in the order of their paths. What is no file, and links that lead out, are none.</returns>
    /// <exception cref="ToolException">The folder is not there, or a pattern leads out of it.</exception>
    public static IReadOnlyList<TreeEntry> Find(SourceTree tree, string folder, IReadOnlyList<string> patterns)
    {
        if (!Directory.Exists(folder))
        {
            throw new ToolException($"'{folder}' is no folder here.");
        }

        var start = RealPath.Of(folder);
        var globs = patterns.SelectMany(pattern => Globs(pattern, start, folder)).ToList();
        return
        [
            .. tree.Walk(start, entry => globs.Any(glob => glob.MayMatchBelow(entry.Path)))
                .Where(entry => entry is { MayBeFile: true, Fault: null } && globs.Any(glob => glob.Matches(entry.Path)))
                .OrderBy(entry => entry.Path, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Glob> Globs(string pattern, string start, string folder)
    {
        if (pattern.Split('/').Contains(".."))
        {
            throw new ToolException($"'{pattern}' leads out of {folder}; expected a pattern for files below it.", ToolException.WrongUsage);
        }

        var above = pattern.StartsWith('/')
            ? new[] { start, folder }.FirstOrDefault(above => RealPath.IsIn(pattern, above))
                ?? throw new ToolException($"'{pattern}' is not below {folder}; expected a pattern for files below it.", ToolException.WrongUsage)
            : "";
        return Everywhere(pattern[above.Length..]).Select(text => new Glob(text));
    }

    // Here ** in a name is any characters too, those between folders among them: test** is test* and test*/**/*.
    private static IEnumerable<string> Everywhere(string pattern)
    {
        var parts = pattern.Split('/');
        var mixed = Array.FindIndex(parts, part => part != AnyFolders && part.Contains(AnyFolders, StringComparison.Ordinal));
        if (mixed < 0)
        {
            return [pattern];
        }

        var at = parts[mixed].IndexOf(AnyFolders, StringComparison.Ordinal);
        var (before, after) = (parts[mixed][..at], parts[mixed][(at + 2)..].TrimStart('*'));
        return new[] { $"{before}*{after}", $"{before}*/{AnyFolders}/*{after}" }
            .Select(part => string.Join('/', [.. parts[..mixed], part, .. parts[(mixed + 1)..]]))
            .SelectMany(Everywhere);
    }
}
