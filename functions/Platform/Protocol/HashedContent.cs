using System.Security.Cryptography;
using Sluice.Platform.Files;

namespace Sluice.Platform.Protocol;

/// <summary>Hands on what it reads, and throws at the end if that does not have the hash that it should.</summary>
internal sealed class HashedContent(Stream content, string hash, string error = CommonErrors.InvalidSignature) : ForwardStream
{
    private readonly IncrementalHash _read = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <exception cref="ApiException">The end is reached, and the content is another than what was signed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await content.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..count], isEnd: count == 0 && !buffer.IsEmpty);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, read), isEnd: read == 0 && count > 0);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _read.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        _read.AppendData(bytes);
        if (isEnd && !Convert.ToHexStringLower(_read.GetCurrentHash()).Equals(hash, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(error, $"The provided '{SignedContent.HashHeader}' header does not match what was computed.");
        }
    }
}
