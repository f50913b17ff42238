using Amazon.S3;
using Amazon.S3.Model;
using Sluice.Platform.Files;

namespace Sluice.Platform.Objects.S3;

/// <summary>An object of S3's that is read as it comes, once, from its beginning to its end.</summary>
/// <param name="client">By which it is addressed.</param>
/// <param name="source">Which object.</param>
/// <param name="answer">That brings it.</param>
internal sealed class S3Content(IAmazonS3 client, ObjectRef source, GetObjectResponse answer) : ForwardStream, IStoredContent
{
    private long _read;

    public long Size => answer.ContentLength;

    public Uri Link(DateTimeOffset until, string contentType) => new(client.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = source.Bucket,
        Key = source.Key,
        Verb = HttpVerb.GET,
        Expires = until.UtcDateTime,
        Protocol = client.Config.ServiceURL?.StartsWith("http:", StringComparison.Ordinal) == true ? Amazon.S3.Protocol.HTTP : Amazon.S3.Protocol.HTTPS,
        ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = contentType },
    }));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await answer.ResponseStream.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            answer.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A connection that is cut off looks like an end.</summary>
    private int Counted(int count)
    {
        _read += count;
        return count == 0 && _read < Size ? throw new EndOfStreamException($"{source} ended after {_read} of {Size} bytes.") : count;
    }
}
