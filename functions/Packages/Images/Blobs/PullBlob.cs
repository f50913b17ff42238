using System.Globalization;
using Sluice.Packages.Contents;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Blobs;

/// <summary>Gives blobs out, or a part of one to who has the rest.</summary>
internal sealed class PullBlob(ContentStore contents, ImageFinder finder)
{
    private const string Bytes = "application/octet-stream";

    /// <exception cref="ImageRefusal">There is none.</exception>
    public async Task<ApiResponse> AnswerAsync(ImageRequest request, CancellationToken cancellationToken)
    {
        var (name, digest) = (request.Name, request.Digest);
        var found = await finder.BlobAsync(await finder.PlacesAsync(name, cancellationToken), digest, cancellationToken) ?? throw ImageErrors.NoBlob(name, request.Reference);
        var isHead = request.Http.Method == "HEAD";
        var range = isHead ? null : ByteRange.Read(request.Http.Header("Range"), found.Size);
        var answer = await ImageAnswers.ContentAsync(isHead, Bytes, found.Digest, found.Size, () => OpenAsync(name.Home.Domain, found.Sha256, isWhole: range is null, cancellationToken));
        return range is null ? answer with { Headers = [.. answer.Headers, new("Accept-Ranges", "bytes")] } : Part(answer, range, found.Size);
    }

    /// <summary>Only who wants a part needs one that can seek.</summary>
    private Task<Stream> OpenAsync(string domain, string sha256, bool isWhole, CancellationToken cancellationToken) =>
        isWhole ? contents.StreamAsync(domain, sha256, cancellationToken) : contents.OpenAsync(domain, sha256, cancellationToken);

    private static ApiResponse Part(ApiResponse whole, ByteRange range, long size)
    {
        whole.Content!.Position = range.First;
        return whole with
        {
            Status = 206,
            Headers = [.. whole.Headers, new("Content-Range", range.Told(size)), new("Content-Length", range.Length.ToString(CultureInfo.InvariantCulture))],
            Content = new PartStream(whole.Content, range.Length),
        };
    }
}
