using Sluice.BuildRunner.Buildspecs.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads a buildspec and finds all its faults; each section has a reader of its own.</summary>
internal static class BuildspecReader
{
    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public static Buildspec Read(string file, ReadOnlySpan<byte> content) => DocumentReader.Read(file, content, Root);

    /// <summary>Reads it as far as it can be read.</summary>
    public static ExaminedDocument<Buildspec> Examine(string file, ReadOnlySpan<byte> content) => DocumentReader.Examine<Buildspec>(file, content, Root);

    private static Buildspec Root(MappingReader root)
    {
        var notes = new List<string>();
        var version = root.RequiredOneOf("version", "0.2", "0.1");
        var env = EnvSection.Read(root);
        ProxySection.Read(root, notes);
        var batch = BatchSection.Read(root);
        var (phases, versions) = PhasesSection.Read(root, areRequired: batch is null);
        var (primary, secondary) = ArtifactsSection.Read(root, notes);
        return new Buildspec
        {
            OneShell = version == "0.2",
            RunAs = BuildspecNames.User(root),
            Env = env,
            Phases = phases,
            RuntimeVersions = versions,
            Artifacts = primary,
            SecondaryArtifacts = secondary,
            Reports = ReportsSection.Read(root),
            Cache = CacheSection.Read(root, notes),
            Notes = notes,
            Batch = batch,
        };
    }
}
