using System.Diagnostics;
using System.Text;
using Sluice.Platform.Processes;

namespace Sluice.BuildRunner.Processes;

/// <summary>The operating system's processes.</summary>
internal sealed class SystemProcesses : IProcesses
{
    public IRunningProcess Start(ProcessSpec spec)
    {
        var start = new ProcessStartInfo(spec.Program, spec.Arguments)
        {
            WorkingDirectory = spec.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        return new SystemProcess(Process.Start(start) ?? throw new InvalidOperationException($"{spec.Program} did not start."));
    }

    public void KillAllWith(string variable, string value) => MarkedProcesses.End(variable, value);
}
