using Sluice.Packages.Contents;
using Sluice.Packages.Images.Blobs;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Uploads;

/// <summary>An upload that goes on: a chunk is taken as a whole or not at all, and who was cut off asks how far it is.</summary>
internal sealed class GoOnUpload(UploadStore uploads, TakeBlob take, ImageStore images, IIds ids, TimeProvider time)
{
    /// <exception cref="ImageRefusal">There is no such upload, or what comes does not fit it.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        request.Demand(ImageRequest.Publishes);
        var (name, id) = (request.Name, request.Reference);
        return request.Http.Method switch
        {
            "GET" or "HEAD" => UploadAnswers.Of(204, name, id, (await UploadAsync(name, id, cancellationToken)).Value.Size),
            "PATCH" => UploadAnswers.Of(202, name, id, await AppendAsync(request, cancellationToken)),
            "PUT" => await EndAsync(request, cancellationToken),
            _ => await CancelAsync(name, id, cancellationToken),
        };
    }

    private async Task<Versioned<StoredUpload>> UploadAsync(ImageName name, string id, CancellationToken cancellationToken) =>
        await uploads.FindAsync(name.Home, id, cancellationToken) is { } found && found.Value.Image == name.Name ? found : throw ImageErrors.NoUpload(id);

    private async Task<ApiResponse> CancelAsync(ImageName name, string id, CancellationToken cancellationToken)
    {
        await UploadAsync(name, id, cancellationToken);
        await uploads.EndAsync(name.Home, id, cancellationToken);
        return ImageAnswers.Empty(204);
    }

    /// <returns>How much is there now.</returns>
    private async Task<long> AppendAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        var (name, id) = (request.Name, request.Reference);
        var upload = await UploadAsync(name, id, cancellationToken);
        var range = RangeOf(request, upload.Value);
        var key = $"{id}/{ids.Secret()}";
        var isTaken = false;
        try
        {
            var size = await StoreAsync(request, key, TakeBlob.Most - upload.Value.Size, cancellationToken);
            if (range is not null && range.Length != size)
            {
                throw ImageErrors.Size(400, $"Content-Range says {range.Length} bytes, and {size} came.");
            }

            isTaken = size > 0 && await uploads.TryAppendAsync(name, id, upload, new UploadPart(key, size), time.GetUtcNow(), cancellationToken);
            return isTaken || size == 0 ? upload.Value.Size + size : throw await OutOfOrderAsync(name, id, cancellationToken);
        }
        finally
        {
            if (!isTaken)
            {
                await uploads.DropAsync(name, key);
            }
        }
    }

    private async Task<long> StoreAsync(ImageRequest request, string key, long most, CancellationToken cancellationToken)
    {
        var content = new CountedStream(request.Body, most);
        try
        {
            await uploads.StoreAsync(request.Name, key, content, cancellationToken);
            return content.Count;
        }
        catch (ContentTooLargeException)
        {
            throw TakeBlob.TooLarge();
        }
    }

    private static ChunkRange? RangeOf(ImageRequest request, StoredUpload upload)
    {
        if (request.Http.Header("Content-Range") is not { } text)
        {
            return null;
        }

        var range = ChunkRange.Read(text) ?? throw ImageErrors.Upload("Content-Range: FIRST-LAST is expected, e.g. 0-1023.");
        return range.First == upload.Size ? range : throw OutOfOrder(request.Name, request.Reference, upload.Size);
    }

    private async Task<ImageRefusal> OutOfOrderAsync(ImageName name, string id, CancellationToken cancellationToken) => OutOfOrder(name, id, (await UploadAsync(name, id, cancellationToken)).Value.Size);

    private static ImageRefusal OutOfOrder(ImageName name, string id, long size) => new(416, "BLOB_UPLOAD_INVALID", $"The upload has {size} bytes: the next chunk begins there.")
    {
        Headers = [.. UploadAnswers.Headers(name, id, size).Select(header => KeyValuePair.Create(header.Name, header.Value))],
    };

    private async Task<ApiResponse> EndAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        var (name, id, text) = (request.Name, request.Reference, request.Http.Parameter("digest") ?? "");
        var digest = ImageDigest.Read(text) ?? throw ImageErrors.NoDigest(text);
        var upload = await UploadAsync(name, id, cancellationToken);
        if (upload.Value.Size == 0 && request.Http.Header("Content-Range") is null)
        {
            return await EndedAsync(name, id, () => take.WholeAsync(name, digest, request.Body, cancellationToken), cancellationToken);
        }

        if (request.Http.Header("Content-Length") != "0")
        {
            await AppendAsync(request, cancellationToken);
        }

        var parts = await uploads.PartsAsync(name.Home, id, cancellationToken);
        return await EndedAsync(name, id, () => AssembledAsync(name, id, digest, parts, cancellationToken), cancellationToken);
    }

    /// <summary>What is another one than it should be is of no use to anybody.</summary>
    private async Task<ApiResponse> EndedAsync(ImageName name, string id, Func<Task<ApiResponse>> end, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await end();
            await uploads.EndAsync(name.Home, id, cancellationToken);
            return answer;
        }
        catch (ImageRefusal)
        {
            await uploads.EndAsync(name.Home, id, cancellationToken);
            throw;
        }
    }

    private async Task<ApiResponse> AssembledAsync(ImageName name, string id, ImageDigest digest, IReadOnlyList<UploadPart> parts, CancellationToken cancellationToken)
    {
        try
        {
            return await take.AssembledAsync(name, digest, () => new PartsStream(parts.Select(part => (Func<Task<Stream>>)(() => uploads.OpenAsync(name.Home, part, cancellationToken)))), cancellationToken);
        }
        catch (ObjectNotFoundException)
        {
            // A kill between the blob and the end of its upload; or somebody else has ended it.
            return await images.BlobAsync(name, digest, cancellationToken) is not null ? UploadAnswers.Taken(name, digest) : throw ImageErrors.NoUpload(id);
        }
    }
}
