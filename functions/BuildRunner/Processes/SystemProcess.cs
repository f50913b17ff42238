using System.Diagnostics;

namespace Sluice.BuildRunner.Processes;

/// <summary>A process of the operating system.</summary>
internal sealed class SystemProcess : IRunningProcess
{
    private readonly Process _process;

    public SystemProcess(Process process)
    {
        _process = process;
        Exited = ExitCode();
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public TextReader Error => _process.StandardError;

    public TextWriter Input => _process.StandardInput;

    public Task<int> Exited { get; }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended meanwhile.
        }
    }

    public void Dispose() => _process.Dispose();

    // Does not wait for the streams' end, because we read them ourselves.
    private async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
