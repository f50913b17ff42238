using Sluice.BuildRunner.Logs.Masking;

namespace Sluice.BuildRunner.Logs;

/// <summary>What one shell prints, on its way to the log, masked however it comes cut. Nothing of it need be a text.</summary>
internal sealed class CommandOutput(SecretMask mask, ByteSink output, Action finish)
{
    private readonly StreamMask _mask = mask.Stream(output);

    public void Write(ReadOnlySpan<byte> bytes) => _mask.Write(bytes);

    /// <summary>A command has ended: nothing is held back any more, and what comes next begins a line.</summary>
    public void Flush()
    {
        _mask.Flush(cutShort: true);
        finish();
    }
}
