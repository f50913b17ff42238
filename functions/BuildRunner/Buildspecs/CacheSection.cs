using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>cache</c>.</summary>
internal static class CacheSection
{
    private const int MostFallbackKeys = 5;

    public static BuildspecCache? Read(MappingReader root, ICollection<string> notes) => root.OptionalMapping("cache", map => Cache(map, notes));

    private static BuildspecCache Cache(MappingReader map, ICollection<string> notes)
    {
        map.Required("paths", "a list of paths, e.g. 'node_modules/**/*'");
        var (key, fallbacks) = (map.OptionalString("key")?.TrimEnd('\n'), map.ListOfStrings("fallback-keys"));
        if (fallbacks.Count > MostFallbackKeys)
        {
            map.Fault("fallback-keys", $"there are {fallbacks.Count}; at most {MostFallbackKeys} are tried");
        }

        foreach (var several in fallbacks.Append(key ?? "").Where(text => text.TrimEnd('\n').Contains('\n')))
        {
            map.Fault(several == key ? "key" : "fallback-keys", "has several lines; expected one");
        }

        if (key is null && fallbacks.Count > 0)
        {
            notes.Add("cache.fallback-keys is of no effect without cache.key");
        }

        var action = map.OptionalOneOf("action", "restore", "save");
        return new BuildspecCache(Paths(map), key, key is null ? [] : fallbacks, Restores: action != "save", Saves: action != "restore");
    }

    private static IReadOnlyList<string> Paths(MappingReader map)
    {
        var paths = map.ListOfStrings("paths");
        foreach (var path in paths.Where(path => path.Length == 0 || path.Contains('\0') || path.Split('/').Contains("..")))
        {
            map.Fault("paths", $"'{path}' is no path of a cache; expected one that is relative to the source or absolute, without '..'");
        }

        return paths;
    }
}
