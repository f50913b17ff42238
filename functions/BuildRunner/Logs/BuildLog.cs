using System.Text;
using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Logs;

/// <summary>
/// The build's log: what the commands print as it is, byte by byte; our own lines with the phase before them. Secrets are masked in all of it. Nothing is made a text that need not be: a build may print a gigabyte.
/// </summary>
internal sealed class BuildLog(SecretMask mask, params IEnumerable<ILogSink> sinks)
{
    private readonly Lock _lock = new();
    private readonly LogTail _tail = new();
    private readonly HashSet<string> _secrets = [.. mask.Secrets];
    private readonly List<ILogSink> _sinks = [.. sinks];
    private SecretMask _mask = mask;
    private bool _isWithinLine;

    /// <summary>The last of what the running command has printed.</summary>
    public string Tail
    {
        get
        {
            lock (_lock)
            {
                return _tail.ToString();
            }
        }
    }

    public void Status(PhaseType phase, string text)
    {
        var lines = Mask(text).Split('\n').Select(line => $"[{phase.WireName()}] {line}\n");
        lock (_lock)
        {
            EndLine();
            Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
        }
    }

    /// <summary>A command begins.</summary>
    public void Begin(PhaseType phase, string command)
    {
        Status(phase, $"Running command: {command.TrimEnd()}");
        lock (_lock)
        {
            _tail.Clear();
        }
    }

    /// <summary>For one shell's output.</summary>
    public CommandOutput Open() => new(_mask, Print, Finish);

    public string Mask(string text) => _mask.Apply(text);

    /// <summary>Masks these from now on, too. To be called before a shell is opened that could print them.</summary>
    public void Hide(IEnumerable<string> secrets)
    {
        _secrets.UnionWith(secrets);
        _mask = new SecretMask(_secrets);
    }

    public void Add(ILogSink sink)
    {
        lock (_lock)
        {
            _sinks.Add(sink);
        }
    }

    private void Print(ReadOnlySpan<byte> text)
    {
        lock (_lock)
        {
            _tail.Add(text);
            Write(text);
        }
    }

    private void Finish()
    {
        lock (_lock)
        {
            EndLine();
        }
    }

    private void EndLine()
    {
        if (_isWithinLine)
        {
            Write("\n"u8);
        }
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0)
        {
            _isWithinLine = text[^1] != (byte)'\n';
            foreach (var sink in _sinks)
            {
                sink.Write(text);
            }
        }
    }
}
