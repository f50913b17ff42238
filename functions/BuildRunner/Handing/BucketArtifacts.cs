using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buckets;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Handing;

/// <summary>Stores an artifact in a user's bucket: a zip, or its files one by one.</summary>
internal sealed class BucketArtifacts(BuildJob job, IUserBuckets buckets, Action<string> tell)
{
    /// <exception cref="ArtifactException">It cannot be stored.</exception>
    public async Task<StoredArtifact> StoreAsync(ReadyArtifact artifact, ObjectRef target, CancellationToken cancellationToken)
    {
        try
        {
            await (artifact.Zip is { } zip ? StoreZipAsync(zip, target, cancellationToken) : StoreFilesAsync(artifact, target, cancellationToken));
        }
        catch (BucketException e)
        {
            throw new ArtifactException($"{artifact.Wanted.Title} could not be stored: {e.Message}");
        }

        tell($"{artifact.Wanted.Title}: {artifact.Count} in {target}");
        return new StoredArtifact(artifact.Wanted.Identifier is { Length: > 0 } id ? id : null, target, artifact.Zip?.Sha256, artifact.Zip?.Md5);
    }

    private async Task StoreZipAsync(PackedArtifact zip, ObjectRef target, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(zip.Path);
        var metadata = new Dictionary<string, string>
        {
            ["codebuild-buildarn"] = job.BuildArn, ["codebuild-content-md5"] = zip.Md5, ["codebuild-content-sha256"] = zip.Sha256,
        };
        await buckets.PutAsync(target, content, metadata, cancellationToken);
    }

    private async Task StoreFilesAsync(ReadyArtifact artifact, ObjectRef folder, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { ["codebuild-buildarn"] = job.BuildArn };
        foreach (var file in artifact.Files)
        {
            await using var content = await BuildFile.OpenAsync(file.FullPath, file.Path, cancellationToken);
            await buckets.PutAsync(folder with { Key = $"{folder.Key}/{file.EntryName}".TrimStart('/') }, content, metadata, cancellationToken);
        }
    }
}
