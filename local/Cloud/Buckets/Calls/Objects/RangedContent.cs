using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Files;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>A range of a content. Who disposes of it disposes of the content.</summary>
internal sealed class RangedContent : ForwardStream
{
    private readonly Stream _content;
    private long _left;

    public RangedContent(Stream content, ByteRange range)
    {
        (_content, _left, Length) = (content, range.Length, range.Length);
        _content.Position = range.First;
    }

    public override bool CanSeek => true;

    public override long Length { get; }

    public override long Position
    {
        get => Length - _left;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _content.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
