using Sluice.Platform.Files;

namespace Sluice.Packages.Images.Blobs;

/// <summary>Reads so much of a stream, and no more.</summary>
/// <param name="inner">Where the part begins; it is disposed of with this.</param>
/// <param name="length">How many bytes the part has.</param>
internal sealed class PartStream(Stream inner, long length) : ForwardStream
{
    private long _left = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
