using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Platform.Files;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>Hands on what it reads, and knows what that is known by once its end was read.</summary>
internal sealed class DigestedContent(Stream content, string algorithm) : ForwardStream
{
    private readonly HashChecksum _md5 = HashChecksum.Md5();
    private readonly IChecksum _checksum = ChecksumAlgorithms.Start(algorithm);
    private long _size;

    /// <summary>Once, at the end.</summary>
    public ContentDigest End() => new(_size, _md5.End(), new ObjectChecksum(algorithm, Convert.ToBase64String(_checksum.End())));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await content.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _md5.Dispose();
            (_checksum as IDisposable)?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _size += bytes.Length;
        _md5.Append(bytes);
        _checksum.Append(bytes);
    }
}
