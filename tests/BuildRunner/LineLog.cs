using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Tests;

/// <summary>A log that a test can read, and wait for a line of, while it is written.</summary>
internal sealed class LineLog : ILogSink
{
    private readonly StringBuilder _text = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly List<(string Line, TaskCompletionSource Seen)> _waiting = [];

    public void Write(ReadOnlySpan<byte> text)
    {
        lock (_text)
        {
            var characters = new char[Encoding.UTF8.GetMaxCharCount(text.Length)];
            _text.Append(characters, 0, _decoder.GetChars(text, characters, flush: false));
            _waiting.Where(waiting => $"\n{_text}".Contains($"\n{waiting.Line}\n", StringComparison.Ordinal)).ToList().ForEach(waiting => waiting.Seen.TrySetResult());
        }
    }

    public Task SeenAsync(string line)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_text)
        {
            _waiting.Add((line, seen));
        }

        return seen.Task;
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }
}
