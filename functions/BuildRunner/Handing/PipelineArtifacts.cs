using System.Text.Json;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Handing;

/// <summary>Stores what a pipeline is handed: zips, documents of the source, and the manifest of them, last.</summary>
internal sealed class PipelineArtifacts(BuildJob job, SourceTree tree, IObjectStore objects, Action<string> tell)
{
    private static readonly string[] _documents = ["appspec.yml", "appspec.yaml", "appspec.json"];

    /// <param name="ready">All artifacts.</param>
    /// <param name="repository">Where the source came from.</param>
    /// <param name="commit">What was built; empty if it is no commit.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where the manifest is.</returns>
    public async Task<ObjectRef> StoreAsync(IReadOnlyList<ReadyArtifact> ready, string repository, string commit, CancellationToken cancellationToken)
    {
        var zips = new Dictionary<string, ArtifactZip>(StringComparer.Ordinal);
        foreach (var artifact in ready)
        {
            zips[artifact.Wanted.Identifier] = await StoreZipAsync(artifact, cancellationToken);
        }

        var documents = await StoreDocumentsAsync(cancellationToken);
        zips.Remove("", out var primary);
        var manifest = new ArtifactManifest(repository, commit, primary, zips, documents);
        var target = Target("manifest.json");
        await objects.PutAsync(target, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options)), cancellationToken);
        return target;
    }

    private async Task<ArtifactZip> StoreZipAsync(ReadyArtifact artifact, CancellationToken cancellationToken)
    {
        var (id, zip) = (artifact.Wanted.Identifier, artifact.Zip!);
        var target = Target(id.Length == 0 ? "artifact.zip" : $"secondary/{id}.zip");
        await using (var content = File.OpenRead(zip.Path))
        {
            await objects.PutAsync(target, content, cancellationToken);
        }

        tell($"{artifact.Wanted.Title}: {artifact.Count}, {zip.Size} bytes, SHA-256 {zip.Sha256}");
        return new ArtifactZip(target, zip.Sha256, zip.Size);
    }

    private async Task<IReadOnlyDictionary<string, ObjectRef>> StoreDocumentsAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, ObjectRef>(StringComparer.Ordinal);
        foreach (var document in tree.AtRoot(_documents))
        {
            stored[document.Path] = Target($"documents/{document.Path}");
            await using var content = await BuildFile.OpenAsync(document.Real, document.Path, cancellationToken);
            await objects.PutAsync(stored[document.Path], content, cancellationToken);
        }

        return stored;
    }

    private ObjectRef Target(string name) => job.Output with { Key = $"{job.Output.Key}/{name}" };
}
