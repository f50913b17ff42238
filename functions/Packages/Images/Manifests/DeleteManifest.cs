using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Deletes a tag, or a manifest with all tags that name it. What an index names stays while the index does.</summary>
internal sealed class DeleteManifest(ImageStore images, SuiteAccount account, IIds ids, TimeProvider time)
{
    private const int MostAtOnce = 50;

    /// <exception cref="ImageRefusal">There is none in the repository itself, or another one needs it.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        request.Demand(ImageRequest.Deletes);
        var (name, reference) = (request.Name, request.Reference);
        await Contention.RetryAsync($"The image {name}", () => ImageDigest.Read(reference) is { } digest ? TryDeleteAsync(name, digest.ToString(), cancellationToken) : TryUntagAsync(name, reference, cancellationToken));
        return ImageAnswers.Empty(202);
    }

    private async Task<bool> TryUntagAsync(ImageName name, string tag, CancellationToken cancellationToken)
    {
        var unpushed = await images.UnpushedAsync(name, cancellationToken);
        var there = await images.TagAsync(name, tag, cancellationToken) ?? throw ImageErrors.NoManifest(name, tag);
        return await images.TryDeleteAsync(name, unpushed, [new DeleteItem(ImageKeys.Tag(name, tag)), Told(name, there.Digest, tag, "Updated")], cancellationToken);
    }

    private async Task<bool> TryDeleteAsync(ImageName name, string digest, CancellationToken cancellationToken)
    {
        var unpushed = await images.UnpushedAsync(name, cancellationToken);
        var there = await images.ManifestAsync(name, digest, cancellationToken) ?? throw ImageErrors.NoManifest(name, digest);
        if (await images.UserOfAsync(name, digest, cancellationToken) is { } user)
        {
            throw ImageErrors.Used($"The index {user.Digest} names the manifest {digest}. Delete the index first.");
        }

        var tags = (await images.TagsAsync(name, cancellationToken)).Where(tag => tag.Tag.Digest == digest).Select(tag => tag.Name).ToList();
        foreach (var some in tags.Skip(MostAtOnce).Chunk(MostAtOnce))
        {
            if (!await images.TryDeleteAsync(name, unpushed, [.. some.Select(tag => (GuardedWrite)new DeleteItem(ImageKeys.Tag(name, tag)))], cancellationToken))
            {
                return false;
            }
        }

        List<GuardedWrite> writes = [new DeleteItem(ImageKeys.Manifest(name, digest), Condition.Exists), .. tags.Take(MostAtOnce).Select(tag => (GuardedWrite)new DeleteItem(ImageKeys.Tag(name, tag)))];
        writes.AddRange(there.Subject is null ? [] : [new DeleteItem(ImageKeys.Referrer(name, there.Subject, digest))]);
        return await images.TryDeleteAsync(name, unpushed, [.. writes, Told(name, digest, null, "Deleted")], cancellationToken);
    }

    private PutItem Told(ImageName name, string digest, string? tag, string operation) => ImageEvents.Of(name, digest, tag, operation, ids.Secret(), account, time.GetUtcNow());
}
