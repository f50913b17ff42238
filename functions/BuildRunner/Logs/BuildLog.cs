using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Logs;

/// <summary>The build's log: lines of the commands as they are, ours with the phase before them. Secrets are masked in all of them.</summary>
internal sealed class BuildLog(TextWriter writer, SecretMask mask)
{
    private readonly Lock _lock = new();

    public void Status(PhaseType phase, string text)
    {
        foreach (var line in Mask(text).Split('\n'))
        {
            Write($"[{phase.WireName()}] {line}");
        }
    }

    /// <summary>For one shell's output.</summary>
    public CommandOutput Open() => new(mask, Write);

    public string Mask(string text) => mask.Apply(text);

    private void Write(string line)
    {
        lock (_lock)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }
}
