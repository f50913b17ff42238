using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Logs;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Packs and stores what the build hands on. All artifacts are selected before the first is stored.</summary>
internal sealed class ArtifactUpload(BuildJob job, Workspace workspace, IObjectStore objects, BuildLog log)
{
    private static readonly string[] _documents = ["appspec.yml", "appspec.yaml", "appspec.json"];
    private readonly SourceTree _tree = new(workspace.Source, workspace.Control);

    /// <param name="buildspec">What to hand on.</param>
    /// <param name="variables">The variables in its paths, as far as they are set.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where the manifest is.</returns>
    /// <exception cref="ArtifactException">An artifact cannot be made; the message tells of all of them.</exception>
    public async Task<ObjectRef> RunAsync(Buildspec buildspec, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var selected = SelectAll(buildspec, variables);
        ArtifactZip? primary = null;
        var secondary = new Dictionary<string, ArtifactZip>(StringComparer.Ordinal);
        foreach (var (id, files) in selected)
        {
            var zip = await StoreZipAsync(id, files, cancellationToken);
            if (id.Length == 0)
            {
                primary = zip;
            }
            else
            {
                secondary[id] = zip;
            }
        }

        var documents = await StoreDocumentsAsync(cancellationToken);
        var manifest = new ArtifactManifest(job.Source.Repository!, job.Source.Version!, primary, secondary, documents);
        var target = Target("manifest.json");
        await objects.PutAsync(target, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options)), cancellationToken);
        return target;
    }

    // The primary artifact has no identifier.
    private List<(string Id, IReadOnlyList<ArtifactFile> Files)> SelectAll(Buildspec buildspec, IReadOnlyDictionary<string, string> variables)
    {
        var selected = new List<(string, IReadOnlyList<ArtifactFile>)>();
        var (faults, notes) = (new List<string>(), new List<string>());
        IEnumerable<KeyValuePair<string, BuildspecArtifact>> primary = buildspec.Artifacts is { } artifact ? [new("", artifact)] : [];
        foreach (var (id, wanted) in primary.Concat(buildspec.SecondaryArtifacts))
        {
            try
            {
                var content = ArtifactSelection.Select(_tree, PathVariables.Expand(wanted, variables));
                selected.Add((id, content.Files));
                notes.AddRange(content.Notes.Select(note => id.Length == 0 ? $"Artifact: {note}" : $"Secondary artifact {id}: {note}"));
            }
            catch (ArtifactException e)
            {
                faults.Add(id.Length == 0 ? e.Message : $"Secondary artifact '{id}': {e.Message}");
            }
        }

        notes.ForEach(note => log.Status(PhaseType.UploadArtifacts, note));
        return faults.Count == 0 ? selected : throw new ArtifactException(string.Join('\n', faults));
    }

    private async Task<ArtifactZip> StoreZipAsync(string id, IReadOnlyList<ArtifactFile> files, CancellationToken cancellationToken)
    {
        var path = Path.Combine(workspace.Control, "artifact.zip");
        var (sha256, size) = await ArtifactArchive.WriteAsync(path, files, cancellationToken);
        var target = Target(id.Length == 0 ? "artifact.zip" : $"secondary/{id}.zip");
        await using (var content = File.OpenRead(path))
        {
            await objects.PutAsync(target, content, cancellationToken);
        }

        log.Status(PhaseType.UploadArtifacts, $"{(id.Length == 0 ? "Artifact" : $"Secondary artifact {id}")}: {(files.Count == 1 ? "1 file" : $"{files.Count} files")}, {size} bytes, SHA-256 {sha256}");
        return new ArtifactZip(target, sha256, size);
    }

    private async Task<IReadOnlyDictionary<string, ObjectRef>> StoreDocumentsAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, ObjectRef>(StringComparer.Ordinal);
        foreach (var document in _tree.AtRoot(_documents))
        {
            stored[document.Path] = Target($"documents/{document.Path}");
            await using var content = await BuildFile.OpenAsync(document.Real, document.Path, cancellationToken);
            await objects.PutAsync(stored[document.Path], content, cancellationToken);
        }

        return stored;
    }

    private ObjectRef Target(string name) => job.Output with { Key = $"{job.Output.Key}/{name}" };
}
