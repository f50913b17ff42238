using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Where a source has its metadata: all of it is in one folder, and there it is.</summary>
internal static class SourceFolder
{
    private const string Name = "PKG-INFO";

    /// <exception cref="InvalidDataException">It has none, or is in more than one folder.</exception>
    public static string Metadata(IReadOnlyList<string> names, PyFileName file)
    {
        var tops = names.Select(name => name.Split('/')[0]).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (tops is not [var top])
        {
            throw new InvalidDataException($"is not all in one folder, such as '{file.Project.Replace('-', '_')}-{file.Version}'");
        }

        return names.Contains($"{top}/{Name}") ? $"{top}/{Name}" : throw new InvalidDataException($"has no {top}/{Name}");
    }
}
