namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Gives no more of a pack at once than surely belongs to the object that is read.</summary>
internal sealed class MeteredSource(byte[] pack, int start, int end) : Stream
{
    /// <summary>Deflate makes at most 1032 bytes of one.</summary>
    private const int MostOfAByte = 1100;

    /// <summary>What was given so far ends here.</summary>
    public int At { get; private set; } = start;

    /// <summary>How many bytes are still to come out.</summary>
    public long Left { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(Math.Min(buffer.Length, end - At), Math.Max(1, Left / MostOfAByte));
        pack.AsSpan(At, count).CopyTo(buffer);
        At += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
