using Sluice.BuildRunner.Logs.Masking;

namespace Sluice.BuildRunner.Logs;

/// <summary>What one shell prints, on its way to the log: masked first and cut into lines then, so that no cut comes between the halves of a secret.</summary>
internal sealed class CommandOutput
{
    private readonly StreamMask _mask;
    private readonly LineCutter _lines;

    public CommandOutput(SecretMask mask, Action<string> line)
    {
        _lines = new LineCutter(line);
        _mask = mask.Stream(_lines.Write);
    }

    public void Write(string text) => _mask.Write(text);

    /// <summary>A command has ended: nothing is held back any more.</summary>
    public void Flush()
    {
        _mask.Flush(cutShort: true);
        _lines.Flush();
    }
}
