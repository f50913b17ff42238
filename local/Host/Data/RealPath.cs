namespace Sluice.Local.Host.Data;

/// <summary>The path of a file or folder without links, as a program in it sees it (realpath(3)).</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <param name="path">A full path to something that is there.</param>
    public static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int links)
    {
        var root = Path.GetPathRoot(path)!;
        var real = root;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new FileInfo(next).LinkTarget is { } target && links > 0 ? Of(Path.GetFullPath(target, real), links - 1) : next;
        }

        return real;
    }
}
