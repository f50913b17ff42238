using Sluice.Packages.Contents;
using Sluice.Packages.Images.Blobs;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Platform.Ids;

namespace Sluice.Packages.Images.Uploads;

/// <summary>Begins an upload; or takes a blob at once, as a whole or from another image that has it.</summary>
internal sealed class BeginUpload(UploadStore uploads, ImageStore images, ImageFinder finder, TakeBlob take, IIds ids, TimeProvider time)
{
    /// <summary>An upload to which nothing comes for so long is abandoned.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <exception cref="ImageRefusal">The blob is another one than the digest says.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        request.Demand(ImageRequest.Publishes);
        var now = time.GetUtcNow();
        await uploads.SweepAsync(request.Name.Home, now - Kept, cancellationToken);
        if (request.Http.Parameter("digest") is { } digest)
        {
            return await take.WholeAsync(request.Name, ImageDigest.Read(digest) ?? throw ImageErrors.NoDigest(digest), request.Body, cancellationToken);
        }

        if (request.Http.Parameter("mount") is { } mounted && await MountAsync(request, ImageDigest.Read(mounted) ?? throw ImageErrors.NoDigest(mounted), now, cancellationToken) is { } done)
        {
            return done;
        }

        var id = ids.Uuid();
        await uploads.BeginAsync(request.Name, id, now, cancellationToken);
        return UploadAnswers.Of(202, request.Name, id, 0);
    }

    /// <summary>Gives the image a blob that another one has; null if that one has none, and it is to be uploaded. Without a name it is looked for in the image itself and its upstreams.</summary>
    private async Task<ApiResponse?> MountAsync(ImageRequest request, ImageDigest digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A token is good for a domain, and so is a content.
        var from = request.Http.Parameter("from") is { } text ? ImageName.Read(text.Split('/')) : request.Name;
        if (from is null || from.Home.Domain != request.Name.Home.Domain || await FoundAsync(from, digest, cancellationToken) is not { } found)
        {
            return null;
        }

        await images.LinkAsync(request.Name, found, now, cancellationToken);
        return UploadAnswers.Taken(request.Name, digest);
    }

    private async Task<StoredBlob?> FoundAsync(ImageName from, ImageDigest digest, CancellationToken cancellationToken)
    {
        try
        {
            return await finder.BlobAsync(await finder.PlacesAsync(from, cancellationToken), digest, cancellationToken);
        }
        catch (ApiException)
        {
            return null;
        }
    }
}
