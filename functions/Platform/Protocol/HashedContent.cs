using System.Security.Cryptography;

namespace Sluice.Platform.Protocol;

/// <summary>Hands on what it reads, and throws at the end if that does not have the hash that it should.</summary>
internal sealed class HashedContent(Stream content, string hash) : Stream
{
    private readonly IncrementalHash _read = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="ApiException">The end is reached, and the content is another than what was signed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await content.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..count], isEnd: count == 0 && !buffer.IsEmpty);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, read), isEnd: read == 0 && count > 0);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
            throw new ApiException(CommonErrors.InvalidSignature, $"The provided '{SignedContent.HashHeader}' header does not match what was computed.");
        }
    }
}
