using System.IO.Compression;
using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>
/// Gives jobs their input artifacts as what they can unpack: a zip. A commit alone is one with the file <see cref="CloneReference"/>, which names the repository and the commit to clone.
/// </summary>
internal sealed class JobInputs(ActionArtifacts artifacts, IObjectStore objects)
{
    public const string CloneReference = "clone-ref.json";

    /// <exception cref="ArtifactException">One is gone.</exception>
    public async Task<IReadOnlyList<JobInput>> OfAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var inputs = new List<JobInput>();
        foreach (var (name, at) in request.InputArtifacts)
        {
            var manifest = await artifacts.ManifestAsync(request, name, cancellationToken);
            inputs.Add(new JobInput(name, manifest.Zip?.Location ?? await CloneReferenceAsync(at, manifest, cancellationToken), manifest.CommitId is { Length: > 0 } commit ? commit : null));
        }

        return inputs;
    }

    /// <summary>Beside the manifest, and always the same.</summary>
    private async Task<ObjectRef> CloneReferenceAsync(ObjectRef manifestAt, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        var target = manifestAt with { Key = $"{manifestAt.Key}.zip" };
        using var content = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await using var file = await zip.CreateEntry(CloneReference).OpenAsync(cancellationToken);
            await JsonSerializer.SerializeAsync(file, new CloneReferenceFile(manifest.Repository, manifest.CommitId), SluiceJson.Options, cancellationToken);
        }

        content.Position = 0;
        await objects.PutAsync(target, content, cancellationToken);
        return target;
    }

    private sealed record CloneReferenceFile(string Repository, string CommitId);
}
