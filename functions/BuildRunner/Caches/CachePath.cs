using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Caches;

/// <summary>One of a cache's patterns.</summary>
/// <param name="Named">The folder that it begins with, as the buildspec has it; empty for the source's root.</param>
/// <param name="Folder">Where that is on the machine.</param>
/// <param name="Boundary">What no file of it may be outside of: the source, or the folder itself.</param>
/// <param name="Glob">What of the folder.</param>
internal sealed record CachePath(string Named, string Folder, string Boundary, Glob Glob)
{
    /// <summary>A pattern that names one thing names a file, or a folder with all that is in it, whichever is there.</summary>
    /// <param name="pattern">Relative to the source or absolute.</param>
    /// <param name="source">The source's folder.</param>
    /// <param name="place">Where an absolute folder of the commands is on the machine.</param>
    public static IEnumerable<CachePath> Of(string pattern, string source, Func<string, string> place)
    {
        var isAbsolute = pattern.StartsWith('/');
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToList();
        var wild = parts.FindIndex(part => part.AsSpan().ContainsAny("*?["));
        return wild >= 0 ? [Make(wild, string.Join('/', parts.Skip(wild)))]
            : parts.Count > 0 ? [Make(parts.Count - 1, parts[^1]), Make(parts.Count, "**")] : [Make(0, "**")];

        CachePath Make(int whole, string glob)
        {
            var named = string.Join('/', parts.Take(whole));
            var folder = isAbsolute ? place("/" + named) : Path.Combine([source, .. parts.Take(whole)]);
            return new CachePath((isAbsolute ? "/" : "") + named, folder, isAbsolute ? folder : source, new Glob(glob));
        }
    }

    /// <summary>The whole name of something in it.</summary>
    public string NameOf(string path) => Named.Length == 0 ? path : $"{Named.TrimEnd('/')}/{path}";

    /// <returns>The path in it of something of this name; null if it is not in it.</returns>
    public string? PathOf(string name)
    {
        var start = Named.Length == 0 ? "" : Named.TrimEnd('/') + "/";
        return name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && (start.Length > 0 || name[0] != '/') && Glob.Matches(name[start.Length..]) ? name[start.Length..] : null;
    }
}
