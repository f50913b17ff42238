using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// One output of a program. How far it was read when is told by a mark that is written behind what the program has written, into the same pipe: to look whether something is left would be a race.
/// </summary>
internal sealed class OutputPipe
{
    private const int Number = 8;

    // Where no mark can be written: what was written before comes in this time, as a rule.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly string _name = RandomNumberGenerator.GetHexString(24, lowercase: true);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _marks = new(StringComparer.Ordinal);
    private readonly StreamReader _reader;
    private readonly Action<string> _onLine;
    private int _last;

    /// <summary>Begins to read.</summary>
    public OutputPipe(StreamReader reader, Action<string> onLine)
    {
        (_reader, _onLine) = (reader, onLine);
        Ended = LineReader.ReadAsync(reader, Take, _name.Length + Number);
    }

    /// <summary>Completes at the end of the output.</summary>
    public Task Ended { get; }

    /// <summary>Completes when all is told that was written before this call, also a line that is not ended yet.</summary>
    public async Task ReadSoFarAsync(TimeProvider time)
    {
        var mark = _name + Interlocked.Increment(ref _last).ToString("x8", CultureInfo.InvariantCulture);
        var reached = _marks[mark] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isMarked = !Ended.IsCompleted && TryWrite(mark);
        await Task.WhenAny(isMarked ? reached.Task : Task.Delay(Moment, time), Ended);
        _marks.TryRemove(mark, out _);
    }

    private void Take(string line)
    {
        var start = line.Length - _name.Length - Number;
        if (start < 0 || !line.AsSpan(start).StartsWith(_name, StringComparison.Ordinal))
        {
            _onLine(line);
            return;
        }

        if (start > 0)
        {
            _onLine(line[..start]);
        }

        if (_marks.TryGetValue(line[start..], out var reached))
        {
            reached.SetResult();
        }
    }

    /// <summary>Linux gives the other end of a pipe to who has one. It is closed again at once: while it is open the output does not end.</summary>
    private bool TryWrite(string mark)
    {
        if (!OperatingSystem.IsLinux() || _reader.BaseStream is not PipeStream pipe)
        {
            return false;
        }

        try
        {
            Write(pipe.SafePipeHandle, Encoding.ASCII.GetBytes(mark + "\n"));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return false;
        }
    }

    private static void Write(SafeHandle pipe, byte[] mark)
    {
        var isHeld = false;
        try
        {
            pipe.DangerousAddRef(ref isHeld);
            using var end = new FileStream(
                $"/proc/self/fd/{pipe.DangerousGetHandle()}", new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 });
            end.Write(mark);
        }
        finally
        {
            if (isHeld)
            {
                pipe.DangerousRelease();
            }
        }
    }
}
