using System.ComponentModel;
using System.Globalization;
using System.Text;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>
/// A pseudo terminal of util-linux's <c>script</c>, with a command in it. The terminal's own name is the first line that comes out of it, and nobody else sees that: by it the terminal is made larger or smaller from outside.
/// </summary>
internal sealed class ScriptTerminal : ITerminal
{
    private const string Program = "script";
    private const string Sizer = "stty";
    private const byte LineEnd = (byte)'\n';
    private const int LongestName = 256;
    private const int LargestSide = 10_000;
    private readonly StartedProcess _process;
    private readonly ProcessLedger _ledger;
    private readonly ProcessSpec _spec;
    private readonly TaskCompletionSource<string?> _name = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadOnlyMemory<byte> _left;

    private ScriptTerminal(StartedProcess process, ProcessLedger ledger, ProcessSpec spec) => (_process, _ledger, _spec) = (process, ledger, spec);

    private Stream Printed => _process.Process.StandardOutput.BaseStream;

    private Stream Typed => _process.Process.StandardInput.BaseStream;

    /// <param name="command">A line of a shell's.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">What it sees.</param>
    /// <param name="ledger">Where it is on record.</param>
    /// <exception cref="NoTerminalException">This machine has no such program.</exception>
    public static ScriptTerminal Open(string command, string folder, IReadOnlyDictionary<string, string> environment, ProcessLedger ledger)
    {
        var program = Find(Program, environment) ?? throw new NoTerminalException($"A terminal is made by '{Program}' of util-linux, and this machine has none on its PATH.");
        var variables = new Dictionary<string, string>(environment, StringComparer.Ordinal) { ["TERM"] = "xterm-256color", ["SHELL"] = "/bin/sh" };
        var spec = new ProcessSpec("/bin/sh", ["-c", "exec \"$@\" 2>&1", "sh", program, "-qfec", $"tty; {command}", "/dev/null"], folder, variables) { ReadsInput = true };
        try
        {
            var process = StartedProcess.Start(spec, ledger);
            process.Open();
            return new ScriptTerminal(process, ledger, spec);
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            throw new NoTerminalException($"The terminal did not start: {e.Message}");
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_name.Task.IsCompleted)
        {
            await ReadNameAsync(cancellationToken);
        }

        if (_left.IsEmpty)
        {
            return await Printed.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _left.Length);
        _left[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> typed, CancellationToken cancellationToken)
    {
        // A terminal shows what is typed at once, which is not to come before its name.
        await _name.Task.WaitAsync(cancellationToken);
        try
        {
            await Typed.WriteAsync(typed, cancellationToken);
            await Typed.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // Its program has ended, which what it printed tells.
        }
    }

    public async Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken)
    {
        if (columns is < 1 or > LargestSide || rows is < 1 or > LargestSide || Find(Sizer, _spec.Environment) is not { } sizer || await _name.Task.WaitAsync(cancellationToken) is not { } name)
        {
            return;
        }

        string[] size = ["-F", name, "cols", columns.ToString(CultureInfo.InvariantCulture), "rows", rows.ToString(CultureInfo.InvariantCulture)];
        await using var resize = ChildProcess.Start(new ProcessSpec(sizer, size, _spec.WorkingDirectory, _spec.Environment), _ledger, static _ => { });
        await resize.Exited;
    }

    public async ValueTask DisposeAsync()
    {
        _name.TrySetResult(null);
        ProcessGroup.End(_process.Record);
        await _process.Process.WaitForExitAsync();
        await _ledger.EndRestAsync(_process.Record);
        _ledger.Remove(_process.Record);
        _process.Process.Dispose();
    }

    /// <summary>What is no name is what a terminal that did not begin says of it.</summary>
    private async Task ReadNameAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestName];
        var count = 0;
        int read, end;
        do
        {
            read = await Printed.ReadAsync(buffer.AsMemory(count), cancellationToken);
            end = buffer.AsSpan(0, count += read).IndexOf(LineEnd);
        }
        while (end < 0 && read > 0 && count < LongestName);
        var name = Encoding.UTF8.GetString(buffer.AsSpan(0, Math.Max(end, 0))).Trim();
        var isName = name.StartsWith("/dev/", StringComparison.Ordinal);
        _left = buffer.AsMemory(isName ? end + 1 : 0, count - (isName ? end + 1 : 0));
        _name.TrySetResult(isName ? name : null);
    }

    private static string? Find(string program, IReadOnlyDictionary<string, string> environment) => !OperatingSystem.IsLinux() ? null
        : environment.GetValueOrDefault("PATH", "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
