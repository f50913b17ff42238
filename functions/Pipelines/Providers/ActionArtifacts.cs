using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers;

/// <summary>Reads what an action is handed, and writes what it hands on: an artifact is a manifest, which names a zip.</summary>
internal sealed class ActionArtifacts(PipelineRunStore runs, PipelineStore pipelines, IObjectStore objects)
{
    /// <summary>CodePipeline's bound, with room: nobody unpacks more.</summary>
    public const int MostEntries = 100_000;

    /// <summary>The first moment that a zip can tell: the same files are the same bytes.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where the run's artifacts are, and the key that they are encrypted by.</summary>
    public async Task<ArtifactStore> StoreAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var run = (await runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        var pipeline = await pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken);
        return pipeline.ArtifactStore ?? pipeline.ArtifactStores?.Values.FirstOrDefault() ?? throw new ArtifactException($"The pipeline {run.PipelineName} has no artifact store.");
    }

    /// <summary>What an input artifact is.</summary>
    /// <param name="request">The action that takes it.</param>
    /// <param name="name">Its name in the pipeline.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArtifactException">The action does not take it, or it is gone.</exception>
    public async Task<ArtifactManifest> ManifestAsync(ActionRequest request, string name, CancellationToken cancellationToken)
    {
        var at = request.InputArtifacts.GetValueOrDefault(name)
            ?? throw new ArtifactException($"'{name}' is none of the action's input artifacts; it takes {Listed(request.InputArtifacts.Keys)}.");
        try
        {
            await using var content = await objects.OpenAsync(at, cancellationToken);
            return await JsonSerializer.DeserializeAsync<ArtifactManifest>(content, SluiceJson.Options, cancellationToken) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is ObjectNotFoundException or JsonException)
        {
            throw new ArtifactException($"The artifact '{name}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Opens an input artifact's zip; nothing of it is unpacked yet. To be disposed.</summary>
    /// <exception cref="ArtifactException">It is gone, is no zip, one that must not be unpacked, or a commit alone.</exception>
    public async Task<ArtifactFiles> OpenAsync(ActionRequest request, string name, CancellationToken cancellationToken)
    {
        var zip = (await ManifestAsync(request, name, cancellationToken)).Zip
            ?? throw new ArtifactException($"The artifact '{name}' is a commit and no files: its source says CODEBUILD_CLONE_REF, which builds alone can take.");
        return await OpenAsync(zip.Location, name, cancellationToken);
    }

    /// <summary>One file of an input artifact.</summary>
    /// <param name="request">The action that takes it.</param>
    /// <param name="name">The artifact's name in the pipeline.</param>
    /// <param name="path">The file's path in it.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArtifactException">There is no such artifact or file, or it is too large.</exception>
    public async Task<byte[]> ReadFileAsync(ActionRequest request, string name, string path, int mostBytes, CancellationToken cancellationToken)
    {
        await using var files = await OpenAsync(request, name, cancellationToken);
        return await files.ReadAsync(path, mostBytes, cancellationToken);
    }

    /// <summary>Stores an output artifact. The same request and name is the same place, so it is safe to repeat.</summary>
    /// <param name="request">The action that makes it.</param>
    /// <param name="name">Its name in the pipeline.</param>
    /// <param name="zip">It; can seek.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the action's result says of it.</returns>
    public async Task<ObjectRef> WriteAsync(ActionRequest request, string name, Stream zip, CancellationToken cancellationToken)
    {
        var bucket = (await StoreAsync(request, cancellationToken)).Location;
        zip.Position = 0;
        await objects.PutAsync(ArtifactKeys.Zip(bucket, request, name), zip, cancellationToken);
        return await AdoptAsync(bucket, request, name, cancellationToken)
            ?? throw new ArtifactException($"The artifact '{name}' is gone from {bucket} again.");
    }

    /// <summary>Stores an output artifact of one file.</summary>
    /// <param name="request">The action that makes it.</param>
    /// <param name="name">Its name in the pipeline.</param>
    /// <param name="path">The file's path in it.</param>
    /// <param name="content">What the file holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the action's result says of it.</returns>
    public async Task<ObjectRef> WriteFileAsync(ActionRequest request, string name, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry(path);
            entry.LastWriteTime = Epoch;
            await using var file = await entry.OpenAsync(cancellationToken);
            await file.WriteAsync(content, cancellationToken);
        }

        return await WriteAsync(request, name, zip, cancellationToken);
    }

    /// <summary>Makes an artifact of the zip that somebody else has put where the action's artifact is to be.</summary>
    /// <returns>What the action's result says of it; null if nothing was put there.</returns>
    /// <exception cref="ArtifactException">What was put is no zip, or one that must not be unpacked.</exception>
    public async Task<ObjectRef?> AdoptAsync(string bucket, ActionRequest request, string name, CancellationToken cancellationToken)
    {
        var at = ArtifactKeys.Zip(bucket, request, name);
        if (!await objects.ExistsAsync(at, cancellationToken))
        {
            return null;
        }

        var target = ArtifactKeys.Manifest(bucket, request, name);
        var zip = await JudgeAsync(at, name, cancellationToken);
        await WriteAsync(target, new ArtifactManifest("", "", zip, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()), cancellationToken);
        return target;
    }

    private async Task<ArtifactFiles> OpenAsync(ObjectRef at, string name, CancellationToken cancellationToken)
    {
        try
        {
            return ArtifactFiles.Open(await objects.OpenAsync(at, cancellationToken), name, MostEntries);
        }
        catch (ObjectNotFoundException e)
        {
            throw new ArtifactException($"The artifact '{name}' cannot be read: {e.Message}");
        }
    }

    private async Task<ArtifactZip> JudgeAsync(ObjectRef at, string name, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(at, cancellationToken);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var zip = new ArtifactZip(at, digest, content.Length);
        content.Position = 0;
        await using var judged = ArtifactFiles.Open(content, name, MostEntries);
        return zip;
    }

    private async Task WriteAsync(ObjectRef target, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options));
        await objects.PutAsync(target, content, cancellationToken);
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } listed ? listed : "none";
}
