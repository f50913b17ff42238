using System.Text;

namespace Sluice.BuildRunner.Tests.Reports;

/// <summary>A file that is too large to be held: a beginning, a middle many times, an end.</summary>
internal sealed class RepeatedStream(string first, string middle, int times, string last) : Stream
{
    private readonly byte[][] _parts = [Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(middle), Encoding.UTF8.GetBytes(last)];
    private readonly long _before = GC.GetAllocatedBytesForCurrentThread();
    private long _position;

    /// <summary>What the reading thread has allocated so far.</summary>
    public long Allocated => GC.GetAllocatedBytesForCurrentThread() - _before;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _parts[0].Length + ((long)_parts[1].Length * times) + _parts[2].Length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var middleEnd = Length - _parts[2].Length;
        var (part, at) = _position < _parts[0].Length ? (_parts[0], _position)
            : _position < middleEnd ? (_parts[1], (_position - _parts[0].Length) % _parts[1].Length)
            : (_parts[2], _position - middleEnd);
        var read = Math.Min(count, part.Length - (int)at);
        Array.Copy(part, at, buffer, offset, read);
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = offset;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
