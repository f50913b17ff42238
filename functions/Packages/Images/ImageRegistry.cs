using Sluice.Packages.Images.Blobs;
using Sluice.Packages.Images.Manifests;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Uploads;
using Sluice.Platform.Access;

namespace Sluice.Packages.Images;

/// <summary>A registry as docker, podman and their like speak to it: the distribution specification 1.1.</summary>
internal sealed class ImageRegistry(
    PullManifest pull, PushManifest push, DeleteManifest delete, ListTags tags, ListReferrers referrers, PullBlob pullBlob, DeleteBlob deleteBlob, BeginUpload begin, GoOnUpload goOn)
{
    /// <summary>Answers who may read.</summary>
    /// <exception cref="ImageRefusal">It is refused.</exception>
    /// <exception cref="ApiException">It is refused, in CodeArtifact's words.</exception>
    public Task<ApiResponse> AnswerAsync(ApiRequest http, ImagePath path, Caller caller, CancellationToken cancellationToken)
    {
        var request = new ImageRequest(http, path.Name ?? throw ImageErrors.NoName(), path.Reference, caller);
        return (path.Part, http.Method) switch
        {
            (ImagePart.Manifest, "GET" or "HEAD") => pull.AnswerAsync(request, cancellationToken),
            (ImagePart.Manifest, "PUT") => push.AnswerAsync(request, cancellationToken),
            (ImagePart.Manifest, "DELETE") => delete.AnswerAsync(request, cancellationToken),
            (ImagePart.Blob, "GET" or "HEAD") => pullBlob.AnswerAsync(request, cancellationToken),
            (ImagePart.Blob, "DELETE") => deleteBlob.AnswerAsync(request, cancellationToken),
            (ImagePart.Uploads, "POST") => begin.AnswerAsync(request, cancellationToken),
            (ImagePart.Upload, "GET" or "HEAD" or "PATCH" or "PUT" or "DELETE") => goOn.AnswerAsync(request, cancellationToken),
            (ImagePart.Tags, "GET" or "HEAD") => tags.AnswerAsync(request, cancellationToken),
            (ImagePart.Referrers, "GET" or "HEAD") => referrers.AnswerAsync(request, cancellationToken),
            _ => throw new ImageRefusal(405, ImageErrors.UnsupportedCode, $"{http.Method} does nothing here."),
        };
    }
}
