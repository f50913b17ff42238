using System.Globalization;
using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Shells;

/// <summary>
/// Brings a shell's output to the log, and takes out the marks that are lines among it. Whole lines go on at once, the beginning of one when it is long. Bytes are bytes here: a mark is looked for in all
/// that has come, not line by line.
/// </summary>
internal sealed class OutputPump(string mark, CommandOutput output, Action<int> ended)
{
    private const byte NewLine = (byte)'\n';
    private const int MostHeld = 16 * 1024;
    private const int MostDigits = 10;
    private readonly byte[] _mark = Encoding.UTF8.GetBytes(mark);
    private readonly byte[] _buffer = new byte[8 * MostHeld];
    private int _count;
    private bool _hasBegun;

    /// <summary>Reads to the end of the output.</summary>
    public async Task RunAsync(Stream stream)
    {
        int read;
        while ((read = await ReadAsync(stream)) > 0)
        {
            _count += read;
            Take();
        }

        Pass(_count);
        output.Flush();
    }

    private async Task<int> ReadAsync(Stream stream)
    {
        try
        {
            return await stream.ReadAsync(_buffer.AsMemory(_count));
        }
        catch (Exception e) when (e is ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The shell was disposed of while something it left running still held the output.
            return 0;
        }
    }

    private void Take()
    {
        while (FindMark() is { } found)
        {
            // The mark brings its own line end, in case the output did not end with one.
            Pass(Math.Max(0, found.Start - 1));
            Drop(found.End - Math.Max(0, found.Start - 1));
            output.Flush();
            _hasBegun = false;
            ended(found.Status);
        }

        var whole = _buffer.AsSpan(0, _count).LastIndexOf(NewLine) + 1;
        Pass(_count - whole >= MostHeld ? _count : IsEmptyLineBefore(whole) ? whole - 1 : whole);
    }

    /// <summary>An empty line may be a mark's, which has not come yet.</summary>
    private bool IsEmptyLineBefore(int end) => (end >= 2 && _buffer[end - 2] == NewLine) || (end == 1 && !_hasBegun);

    private (int Start, int End, int Status)? FindMark()
    {
        for (var from = 0; from < _count; from++)
        {
            var at = _buffer.AsSpan(from, _count - from).IndexOf(_mark);
            if (at < 0)
            {
                return null;
            }

            from += at;
            if ((from == 0 ? !_hasBegun : _buffer[from - 1] == NewLine) && Status(_buffer.AsSpan(from + _mark.Length, _count - from - _mark.Length)) is { } found)
            {
                return (from, from + _mark.Length + found.Length, found.Status);
            }
        }

        return null;
    }

    private static (int Status, int Length)? Status(ReadOnlySpan<byte> after)
    {
        var end = after.IndexOf(NewLine);
        return end is > 1 and <= MostDigits && after[0] == (byte)' ' && int.TryParse(after[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? (status, end + 1) : null;
    }

    private void Pass(int length)
    {
        if (length > 0)
        {
            output.Write(_buffer.AsSpan(0, length));
            _hasBegun = _buffer[length - 1] != NewLine;
            Drop(length);
        }
    }

    private void Drop(int length)
    {
        _buffer.AsSpan(length, _count - length).CopyTo(_buffer);
        _count -= length;
    }
}
