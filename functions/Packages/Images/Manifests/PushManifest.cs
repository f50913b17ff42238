using Sluice.Packages.Contents;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Packages.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Takes a manifest: its record, its tag and its event are one write, after its document. A kill at any moment leaves all of it or nothing.</summary>
internal sealed class PushManifest(ContentStore contents, ImageStore images, NamedParts parts, SuiteAccount account, IIds ids, TimeProvider time)
{
    /// <exception cref="ImageRefusal">It is none, or names what is not here.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        request.Demand(ImageRequest.Publishes);
        var (name, reference) = (request.Name, request.Reference);
        var wanted = ImageDigest.Read(reference);
        if (wanted is null && !ImageTags.IsValid(reference))
        {
            throw ImageErrors.NoTag(reference);
        }

        var bytes = await BytesAsync(request, cancellationToken);
        var manifest = ManifestReader.Read(bytes, request.Http.Header("Content-Type"));
        var hashes = await HashesAsync(bytes, cancellationToken);
        if (wanted is not null && !wanted.Names(hashes))
        {
            throw ImageErrors.OtherDigest(wanted, hashes);
        }

        var digest = (wanted ?? ImageDigest.Of(hashes)).ToString();
        var stored = new StoredManifest(digest, manifest.MediaType, hashes.Sha256, bytes.Length, manifest.Names, time.GetUtcNow()) { Subject = manifest.Subject?.ToString(), PushedBy = request.Caller.Name };
        await Contention.RetryAsync($"The image {name}", () => TryWriteAsync(name, stored, (manifest, bytes), wanted is null ? reference : null, cancellationToken));
        return ImageAnswers.Empty(
            201, [("Location", ImageAnswers.Address(name, $"manifests/{digest}")), (ImageAnswers.DigestHeader, digest), .. stored.Subject is { } subject ? [("OCI-Subject", subject)] : Array.Empty<(string, string)>()]);
    }

    private async Task<bool> TryWriteAsync(ImageName name, StoredManifest stored, (Manifest Said, byte[] Bytes) manifest, string? tag, CancellationToken cancellationToken)
    {
        var undeleted = await images.UndeletedAsync(name, cancellationToken);
        var isThere = await images.ManifestAsync(name, stored.Digest, cancellationToken) is not null;
        var isTagged = tag is null || (await images.TagAsync(name, tag, cancellationToken))?.Digest == stored.Digest;
        if (isThere && isTagged)
        {
            return true;
        }

        await parts.CheckAsync(name, manifest.Said, cancellationToken);
        await contents.WriteAsync(name.Home.Domain, manifest.Bytes, cancellationToken);
        var now = time.GetUtcNow();
        List<GuardedWrite> writes = [ImageEvents.Of(name, stored.Digest, tag, isThere ? "Updated" : "Created", ids.Secret(), account, now)];
        writes.AddRange(isThere ? [] : [PutItem.Of(ImageKeys.Manifest(name, stored.Digest), stored, Condition.Absent)]);
        writes.AddRange(isThere || stored.Subject is null ? [] : [PutItem.Of(ImageKeys.Referrer(name, stored.Subject, stored.Digest), new Referrer(stored.Digest))]);
        writes.AddRange(isTagged ? [] : [PutItem.Of(ImageKeys.Tag(name, tag!), new ImageTag(stored.Digest, now))]);
        return await images.TryPushAsync(name, undeleted, writes, now, cancellationToken);
    }

    private static async Task<byte[]> BytesAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            await HashingCopy.RunAsync(request.Body, bytes, ManifestReader.Most, cancellationToken);
        }
        catch (ContentTooLargeException)
        {
            throw ImageErrors.Size(413, $"A manifest of at most {ManifestReader.Most} bytes is expected.");
        }

        return bytes.ToArray();
    }

    private static async Task<ContentHashes> HashesAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return (await HashingCopy.RunAsync(stream, Stream.Null, long.MaxValue, cancellationToken)).Hashes;
    }
}
