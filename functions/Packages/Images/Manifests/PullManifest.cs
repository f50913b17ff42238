using Sluice.Packages.Contents;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Manifests;

/// <summary>Gives manifests out, by a tag or a digest.</summary>
internal sealed class PullManifest(ContentStore contents, ImageFinder finder)
{
    /// <exception cref="ImageRefusal">There is none.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        if (ImageDigest.Read(request.Reference) is null && !ImageTags.IsValid(request.Reference))
        {
            throw ImageErrors.NoTag(request.Reference);
        }

        var places = await finder.PlacesAsync(request.Name, cancellationToken);
        var found = await finder.ManifestAsync(places, request.Reference, cancellationToken) ?? throw ImageErrors.NoManifest(request.Name, request.Reference);
        return await ImageAnswers.ContentAsync(request.Http.Method == "HEAD", found.MediaType, found.Digest, found.Size, () => contents.StreamAsync(request.Name.Home.Domain, found.Sha256, cancellationToken));
    }
}
