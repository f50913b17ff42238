using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Files;
using Sluice.Platform.Protocol;

namespace Sluice.Platform.SigV4;

/// <summary>
/// What is in a body of the encoding <c>aws-chunked</c>. It is handed on as it is read, and held against its signatures at each chunk's end: who stores it stores nothing unless the end comes without an exception.
/// </summary>
/// <param name="content">The body as it came.</param>
/// <param name="length">How long the content says that it is, without what divides it.</param>
/// <param name="signer">Null if the chunks are not signed.</param>
/// <param name="hasTrailer">Whether headers come behind it.</param>
internal sealed class ChunkedContent(Stream content, long length, ChunkSigner? signer, bool hasTrailer) : ForwardStream, ITrailedContent
{
    private const string TrailerSignature = "x-amz-trailer-signature";
    private readonly ChunkReader _reader = new(content);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, string> _trailers = new(StringComparer.Ordinal);
    private ChunkHead? _chunk;
    private long _left;
    private long _read;
    private bool _ended;

    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    /// <exception cref="ApiException">It is not encoded rightly, or a chunk is another than was signed, or it is not as long as it says.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _ended || (_left == 0 && !await NextAsync(cancellationToken)))
        {
            return 0;
        }

        var count = await _reader.BytesAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        Take(buffer.Span[..count]);
        if (_left == 0)
        {
            await EndChunkAsync(cancellationToken);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _left -= bytes.Length;
        _read += bytes.Length;
        if (bytes.IsEmpty || _read > length)
        {
            throw Incomplete();
        }
    }

    /// <summary>Whether there is a next chunk.</summary>
    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _chunk = ChunkHead.Parse(await _reader.LineAsync(cancellationToken) ?? throw Incomplete()) ?? throw Faulty("a chunk does not begin with its length");
        _left = _chunk.Length;
        if (_left > 0)
        {
            return true;
        }

        CheckSignature();
        await EndAsync(cancellationToken);
        return false;
    }

    private async ValueTask EndChunkAsync(CancellationToken cancellationToken)
    {
        if (await _reader.LineAsync(cancellationToken) != "")
        {
            throw Faulty("a chunk is longer than it says");
        }

        CheckSignature();
    }

    private void CheckSignature()
    {
        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (signer?.HoldsChunk(hash, _chunk!.Signature ?? "") is false)
        {
            throw new SignatureException(SignatureFault.Mismatch, "The chunk signature we calculated does not match the signature you provided.");
        }
    }

    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _ended = true;
        var signed = new StringBuilder();
        while (await _reader.LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            TakeTrailer(line, signed);
        }

        if (hasTrailer && signer?.HoldsTrailer(signed.ToString(), _trailers.GetValueOrDefault(TrailerSignature, "")) is false)
        {
            throw new SignatureException(SignatureFault.Mismatch, "The trailer signature we calculated does not match the signature you provided.");
        }

        if (_read != length)
        {
            throw Incomplete();
        }
    }

    private void TakeTrailer(string line, StringBuilder signed)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (!hasTrailer || colon <= 0 || _trailers.Count > 20)
        {
            throw new ApiException("MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");
        }

        var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        _trailers[name] = value;
        if (name != TrailerSignature)
        {
            signed.Append(name).Append(':').Append(value).Append('\n');
        }
    }

    private static ApiException Incomplete() => new("IncompleteBody", "The request body terminated unexpectedly: it is not as long as it says.");

    private static ApiException Faulty(string what) => new("InvalidRequest", $"The body is not encoded as aws-chunked: {what}.");
}
