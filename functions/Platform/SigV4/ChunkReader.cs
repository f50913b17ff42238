using System.Text;

namespace Sluice.Platform.SigV4;

/// <summary>Reads lines and bytes from a body by turns.</summary>
internal sealed class ChunkReader(Stream content)
{
    private const int LongestLine = 8 * 1024;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The line up to the next line feed, without that and a carriage return before it; null at the end of the body, and of a line that is too long to be one of ours.</summary>
    public async ValueTask<string?> LineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length);
                _start += length + 1;
                return line.EndsWith('\r') ? line[..^1] : line;
            }

            if (_end - _start > LongestLine || !await FillAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    /// <summary>At least one byte, unless the body has ended.</summary>
    public async ValueTask<int> BytesAsync(Memory<byte> into, CancellationToken cancellationToken)
    {
        if (_start == _end && into.Length >= _buffer.Length)
        {
            return await content.ReadAsync(into, cancellationToken);
        }

        if (_start == _end && !await FillAsync(cancellationToken))
        {
            return 0;
        }

        var count = Math.Min(into.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(into);
        _start += count;
        return count;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}
