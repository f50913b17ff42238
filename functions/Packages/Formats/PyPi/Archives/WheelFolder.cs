using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Where a wheel has its metadata: in the one folder that is named for it.</summary>
internal static class WheelFolder
{
    private const string End = ".dist-info";
    private static readonly string[] Needed = ["METADATA", "WHEEL", "RECORD"];

    /// <exception cref="InvalidDataException">It has none, or those of something else.</exception>
    public static string Metadata(IReadOnlyList<string> names, PyFileName file)
    {
        var folders = names.Select(name => name.Split('/')[0]).Where(folder => folder.EndsWith(End, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).ToList();
        if (folders is not [var folder])
        {
            throw new InvalidDataException($"has {folders.Count} folders that end in {End}, and a wheel has one");
        }

        var parts = folder[..^End.Length].Split('-');
        if (parts is not [var name, var version] || PyName.Normalised(name) != file.Project || !Equals(PyVersion.Read(version), file.Version))
        {
            throw new InvalidDataException($"has the folder '{folder}', which is that of another name or version");
        }

        return Needed.FirstOrDefault(needed => !names.Contains($"{folder}/{needed}")) is { } missing ? throw new InvalidDataException($"has no {folder}/{missing}") : $"{folder}/{Needed[0]}";
    }
}
