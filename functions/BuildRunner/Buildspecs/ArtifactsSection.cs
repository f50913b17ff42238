using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>artifacts</c>.</summary>
internal static class ArtifactsSection
{
    /// <summary>AWS's own samples have secondary artifacts alone, though its reference wants files.</summary>
    public static (BuildspecArtifact? Primary, IReadOnlyDictionary<string, BuildspecArtifact> Secondary) Read(MappingReader root, ICollection<string> notes)
    {
        IReadOnlyDictionary<string, BuildspecArtifact> secondary = new Dictionary<string, BuildspecArtifact>();
        var primary = root.OptionalMapping("artifacts", map =>
        {
            secondary = map.MapOfMappings("secondary-artifacts", (_, inner) => Artifact(inner, notes));
            foreach (var id in secondary.Keys.Where(id => !BuildspecNames.IsArtifact(id)))
            {
                map.Fault("secondary-artifacts", $"'{id}' is no artifact identifier; expected 1 to 128 letters, digits, _ and -");
            }

            return secondary.Count == 0 || map.Has("files") ? Artifact(map, notes) : Idle(map, notes);
        });
        return (primary, secondary);
    }

    private static BuildspecArtifact Artifact(MappingReader map, ICollection<string> notes)
    {
        if (map.Has("type"))
        {
            notes.Add($"{map.Path}.type is ignored: the project says whether an artifact is a zip");
        }

        if (map.Required("files", "a list of files, e.g. '**/*'") && map.Node("files") is SequenceNode { Items.Count: 0 })
        {
            map.Fault("files", "is empty; expected a list of files, e.g. '**/*'");
        }

        return new BuildspecArtifact(
            Paths(map, "files", map.ListOfStrings("files", orOne: true)),
            map.OptionalString("base-directory") is { } directory ? Paths(map, "base-directory", [directory])[0] : null,
            Paths(map, "exclude-paths", map.ListOfStrings("exclude-paths", orOne: true)),
            map.OptionalBool("discard-paths") ?? false)
        {
            Name = Line(map, "name"),
            S3Prefix = Line(map, "s3-prefix"),
            KeepsLinks = map.OptionalBool("enable-symlinks") ?? false,
        };
    }

    private static string? Line(MappingReader map, string member)
    {
        var text = map.OptionalString(member)?.TrimEnd('\n');
        if (text?.Contains('\n') == true)
        {
            map.Fault(member, "has several lines; expected one");
        }

        return text;
    }

    private static IReadOnlyList<string> Paths(MappingReader map, string member, IReadOnlyList<string> paths)
    {
        foreach (var (path, fault) in paths.Select(path => (path, ArtifactPath.Fault(path, mayLeave: member == "base-directory"))).Where(checked_ => checked_.Item2 is not null))
        {
            map.Fault(member, $"'{path}' {fault}");
        }

        return paths;
    }

    private static BuildspecArtifact? Idle(MappingReader map, ICollection<string> notes)
    {
        string[] names = ["name", "s3-prefix", "type", "enable-symlinks", "base-directory", "exclude-paths", "discard-paths"];
        foreach (var name in names.Where(map.Has))
        {
            notes.Add($"{map.Path}.{name} is of no effect without {map.Path}.files");
        }

        return null;
    }
}
