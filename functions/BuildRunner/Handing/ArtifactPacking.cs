using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Handing;

/// <summary>Selects and packs all artifacts, before any of them is stored; all that is wrong with any of them is told at once.</summary>
/// <param name="tree">What the build left.</param>
/// <param name="folder">For the zips.</param>
internal sealed class ArtifactPacking(SourceTree tree, string folder)
{
    /// <param name="wanted">Which.</param>
    /// <param name="variables">The variables in their paths, as far as they are set.</param>
    /// <param name="notes">For the log.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArtifactException">One cannot be made; the message tells of all of them.</exception>
    public async Task<IReadOnlyList<ReadyArtifact>> PackAsync(
        IReadOnlyList<WantedArtifact> wanted, IReadOnlyDictionary<string, string> variables, ICollection<string> notes, CancellationToken cancellationToken)
    {
        var ready = new List<ReadyArtifact>();
        foreach (var (artifact, files) in SelectAll(wanted, variables, notes))
        {
            ready.Add(new ReadyArtifact(artifact, files, artifact.Target.IsZip ? await ZipAsync(ready.Count, files, cancellationToken) : null));
            if (!artifact.Target.IsZip)
            {
                await CheckAsync(files, cancellationToken);
            }
        }

        return ready;
    }

    private List<(WantedArtifact Artifact, IReadOnlyList<ArtifactFile> Files)> SelectAll(
        IReadOnlyList<WantedArtifact> wanted, IReadOnlyDictionary<string, string> variables, ICollection<string> notes)
    {
        var selected = new List<(WantedArtifact, IReadOnlyList<ArtifactFile>)>();
        var faults = new List<string>();
        foreach (var artifact in wanted)
        {
            try
            {
                // Links are links in a zip only.
                var files = artifact.Files with { KeepsLinks = artifact.Files.KeepsLinks && artifact.Target.IsZip };
                var content = ArtifactSelection.Select(tree, PathVariables.Expand(files, variables));
                selected.Add((artifact, content.Files));
                content.Notes.ToList().ForEach(note => notes.Add($"{artifact.Title}: {note}"));
            }
            catch (ArtifactException e)
            {
                faults.Add(artifact.Identifier.Length == 0 ? e.Message : $"Secondary artifact '{artifact.Identifier}': {e.Message}");
            }
        }

        return faults.Count == 0 ? selected : throw new ArtifactException(string.Join('\n', faults));
    }

    private Task<PackedArtifact> ZipAsync(int number, IReadOnlyList<ArtifactFile> files, CancellationToken cancellationToken) =>
        ArtifactArchive.WriteAsync(Path.Combine(folder, $"artifact-{number}.zip"), files, cancellationToken);

    // What cannot be read must be known before the first file is stored.
    private static async Task CheckAsync(IReadOnlyList<ArtifactFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await using var content = await BuildFile.OpenAsync(file.FullPath, file.Path, cancellationToken);
        }
    }
}
