using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Blobs;

/// <summary>Takes a blob away from an image none of whose manifests needs it. Its content stays the domain's.</summary>
internal sealed class DeleteBlob(ImageStore images)
{
    /// <exception cref="ImageRefusal">There is none in the repository itself, or a manifest needs it.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        request.Demand(ImageRequest.Deletes);
        await Contention.RetryAsync($"The image {request.Name}", () => TryAsync(request.Name, request.Digest, cancellationToken));
        return ImageAnswers.Empty(202);
    }

    private async Task<bool> TryAsync(ImageName name, ImageDigest digest, CancellationToken cancellationToken)
    {
        var unpushed = await images.UnpushedAsync(name, cancellationToken);
        _ = await images.BlobAsync(name, digest, cancellationToken) ?? throw ImageErrors.NoBlob(name, digest.ToString());
        return await images.UserOfAsync(name, digest.ToString(), cancellationToken) is { } user
            ? throw ImageErrors.Used($"The manifest {user.Digest} names the blob {digest}. Delete the manifest first.")
            : await images.TryDeleteAsync(name, unpushed, [new DeleteItem(ImageKeys.Blob(name, digest.ToString()))], cancellationToken);
    }
}
