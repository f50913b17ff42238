using System.Text.Json;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Logs;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Builds;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Packs and stores what the build hands on. All artifacts are selected before the first is stored.</summary>
internal sealed class ArtifactUpload(RunnerConfiguration configuration, Workspace workspace, IObjectStore objects, BuildLog log)
{
    private static readonly string[] _documents = ["appspec.yml", "appspec.yaml", "appspec.json"];

    /// <returns>Where the manifest is.</returns>
    /// <exception cref="ArtifactException">An artifact cannot be made; the message tells of all of them.</exception>
    public async Task<ObjectRef> RunAsync(Buildspec buildspec, CancellationToken cancellationToken)
    {
        var selected = SelectAll(buildspec);
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
        var manifest = new ArtifactManifest(configuration.Repository, configuration.Commit, primary, secondary, documents);
        var target = Target("manifest.json");
        await objects.PutAsync(target, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options)), cancellationToken);
        return target;
    }

    // The primary artifact has no identifier.
    private List<(string Id, IReadOnlyList<ArtifactFile> Files)> SelectAll(Buildspec buildspec)
    {
        var selected = new List<(string, IReadOnlyList<ArtifactFile>)>();
        var faults = new List<string>();
        IEnumerable<KeyValuePair<string, BuildspecArtifact>> primary = buildspec.Artifacts is { } artifact ? [new("", artifact)] : [];
        foreach (var (id, wanted) in primary.Concat(buildspec.SecondaryArtifacts))
        {
            try
            {
                selected.Add((id, ArtifactSelection.Select(workspace.Source, wanted)));
            }
            catch (ArtifactException e)
            {
                faults.Add(id.Length == 0 ? e.Message : $"Secondary artifact '{id}': {e.Message}");
            }
        }

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

        log.Status(PhaseTypes.UploadArtifacts, $"{(id.Length == 0 ? "Artifact" : $"Secondary artifact {id}")}: {files.Count} file{(files.Count == 1 ? "" : "s")}, {size} bytes, SHA-256 {sha256}");
        return new ArtifactZip(target, sha256, size);
    }

    private async Task<IReadOnlyDictionary<string, ObjectRef>> StoreDocumentsAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, ObjectRef>(StringComparer.Ordinal);
        var tree = new SourceTree(workspace.Source);
        foreach (var name in _documents.Where(name => File.Exists(tree.FullPath(name))))
        {
            tree.Check(name);
            stored[name] = Target($"documents/{name}");
            await using var content = File.OpenRead(tree.FullPath(name));
            await objects.PutAsync(stored[name], content, cancellationToken);
        }

        return stored;
    }

    private ObjectRef Target(string name) => new(configuration.OutputBucket, $"{configuration.OutputPrefix}/{name}");
}
