using System.Text.Json;
using Sluice.BuildContract;
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
    /// <param name="outputs">Which of them are output artifacts of the action.</param>
    /// <param name="repository">Where the source came from.</param>
    /// <param name="commit">What was built; empty if it is no commit.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<HandedOn> StoreAsync(IReadOnlyList<ReadyArtifact> ready, IReadOnlyList<PipelineOutput> outputs, string repository, string commit, CancellationToken cancellationToken)
    {
        var zips = new Dictionary<string, ArtifactZip>(StringComparer.Ordinal);
        foreach (var artifact in ready)
        {
            zips[artifact.Wanted.Identifier] = await StoreZipAsync(artifact, cancellationToken);
        }

        var documents = await StoreDocumentsAsync(cancellationToken);
        var stored = ready.Select(artifact => new StoredArtifact(artifact.Wanted.Identifier is { Length: > 0 } id ? id : null, zips[artifact.Wanted.Identifier].Location, artifact.Zip!.Sha256, artifact.Zip.Md5)).ToList();
        zips.Remove("", out var primary);
        var manifest = new ArtifactManifest(repository, commit, primary, zips, documents);
        var named = new Dictionary<string, ObjectRef>(StringComparer.Ordinal);
        foreach (var output in outputs.Where(output => output.Identifier.Length > 0))
        {
            named[output.Name] = await StoreAsync($"outputs/{output.Name}.json", manifest with { Primary = zips[output.Identifier] }, cancellationToken);
        }

        var whole = await StoreAsync("manifest.json", manifest, cancellationToken);
        return new HandedOn(whole, outputs.ToDictionary(output => output.Name, output => named.GetValueOrDefault(output.Name, whole)), stored);
    }

    private async Task<ObjectRef> StoreAsync(string name, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        var target = Target(name);
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
