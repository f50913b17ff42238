namespace Sluice.BuildRunner.Artifacts;

/// <summary>Paths without links.</summary>
internal static class RealPath
{
    /// <exception cref="IOException">A link leads nowhere or in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var joined = Path.Combine(Of(parent), Path.GetFileName(full));
        return File.ResolveLinkTarget(joined, returnFinalTarget: true) is { } target && target.FullName != joined ? Of(target.FullName) : joined;
    }

    /// <summary>Whether a path is this folder or something below it; both are real.</summary>
    public static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder == "/" ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
