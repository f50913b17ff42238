namespace Sluice.Packages.Formats.Ruby.Archives;

/// <summary>A part of a stream that can seek. Nothing else may move that stream meanwhile.</summary>
internal sealed class PartStream : Stream
{
    private readonly Stream _whole;
    private long _left;

    public PartStream(Stream whole, long start, long length)
    {
        (_whole, _left, Length) = (whole, length, length);
        whole.Position = start;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => Length - _left;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Taken(_whole.Read(buffer, offset, (int)Math.Min(count, _left)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Taken(await _whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Taken(int read)
    {
        _left -= read;
        return read;
    }
}
