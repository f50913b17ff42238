namespace Sluice.Platform.Archives;

/// <summary>Names of archive entries, which are anyone's text until they have been judged.</summary>
public static class EntryPath
{
    private const int Longest = 1024;
    private const int LongestPart = 255;

    /// <summary>Why the name could leave its folder or mean two things; null if it is a plain relative path.</summary>
    public static string? FaultOf(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            return $"its name has {name.Length} characters, and 1 to {Longest} are allowed";
        }

        if (name.Contains('\\') || name.Contains(':') || name.Any(char.IsControl))
        {
            return "its name holds a backslash, a colon or a control character";
        }

        var parts = (name[^1] == '/' ? name[..^1] : name).Split('/');
        return Array.Exists(parts, part => part is "" or "." or ".." || part.Length > LongestPart)
            ? "its name is not a plain relative path (it is absolute, or holds '.', '..', or an empty or overlong part)"
            : null;
    }

    /// <summary>The paths that would be one file or folder where names ignore case, or a file where another entry needs a folder.</summary>
    public static string? FirstClash(IEnumerable<string> names)
    {
        var seen = new Dictionary<string, (string Spelling, bool IsFolder)>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (Claim(seen, name) is { } clash)
            {
                return clash;
            }
        }

        return null;
    }

    private static string? Claim(Dictionary<string, (string Spelling, bool IsFolder)> seen, string name)
    {
        for (var end = name.IndexOf('/'); end >= 0; end = name.IndexOf('/', end + 1))
        {
            if (Clashes(seen, name[..end], isFolder: true))
            {
                return name;
            }
        }

        return name[^1] != '/' && Clashes(seen, name, isFolder: false) ? name : null;
    }

    private static bool Clashes(Dictionary<string, (string Spelling, bool IsFolder)> seen, string path, bool isFolder)
    {
        if (seen.TryAdd(path, (path, isFolder)))
        {
            return false;
        }

        var earlier = seen[path];
        return !(isFolder && earlier.IsFolder && earlier.Spelling == path);
    }
}
