using System.Diagnostics;
using System.Threading.Channels;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The program as a user runs it: a process, its lines and its exit code.</summary>
internal sealed class SluiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly Task _reading;

    private SluiceProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
    }

    /// <summary>All of standard output so far.</summary>
    public string Output => Joined(_output);

    /// <summary>All of standard error so far.</summary>
    public string Errors => Joined(_errors);

    public int Id => _process.Id;

    public static SluiceProcess Start(params IEnumerable<string> arguments) => StartProgram("sluice.dll", arguments);

    /// <summary>With a variable more than the tests have.</summary>
    public static SluiceProcess StartWith(string variable, string value, params IEnumerable<string> arguments) => StartProgram("sluice.dll", arguments, (variable, value));

    /// <summary>A program that lies beside the tests.</summary>
    public static SluiceProcess StartProgram(string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        // Whoever runs the tests in the background of a script has SIGINT ignored, and so would have this.
        IEnumerable<string> command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments];
        var start = new ProcessStartInfo(command.First(), command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new SluiceProcess(Process.Start(start)!);
    }

    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params IEnumerable<string> arguments) => RunProgramAsync("sluice.dll", arguments);

    /// <inheritdoc cref="StartProgram"/>
    public static async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(string program, params IEnumerable<string> arguments)
    {
        await using var process = StartProgram(program, arguments);
        var exit = await process.ExitAsync();
        return (exit, process.Output, process.Errors);
    }

    /// <summary>The next line of standard output or error that holds this text; lines before it are passed over.</summary>
    public async Task<string> LineAsync(string text, string because = "")
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(late.Token);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException($"No line held '{text}'.\n{Output}\n{Errors}\n{because}", e);
        }
    }

    public async Task<int> ExitAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidOperationException($"The process does not end.\n{Output}\n{Errors}", e);
        }

        await _reading.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _process.ExitCode;
    }

    /// <summary>kill -9 of this process alone.</summary>
    public void KillHard() => _process.Kill();

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Joined(List<string> lines)
    {
        lock (lines)
        {
            return string.Join('\n', lines);
        }
    }

    private async Task ReadAsync(StreamReader reader, List<string> lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (lines)
            {
                lines.Add(line);
            }

            _lines.Writer.TryWrite(line);
        }
    }
}
