using System.Text;
using Sluice.BuildRunner.Logs.Masking;

namespace Sluice.BuildRunner.Logs;

/// <summary>What one shell prints, on its way to the log. Where there are secrets it is read as a text and masked, however it comes cut; where there are none it goes on as it is.</summary>
internal sealed class CommandOutput
{
    private readonly ByteSink _output;
    private readonly Action _finish;
    private readonly StreamMask? _mask;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _characters = [];

    public CommandOutput(SecretMask mask, ByteSink output, Action finish)
    {
        (_output, _finish) = (output, finish);
        _mask = mask.HidesNothing ? null : mask.Stream(text => output(Encoding.UTF8.GetBytes(text)));
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_mask is null)
        {
            _output(bytes);
            return;
        }

        var most = Encoding.UTF8.GetMaxCharCount(bytes.Length);
        if (_characters.Length < most)
        {
            _characters = new char[most];
        }

        _mask.Write(_characters.AsSpan(0, _decoder.GetChars(bytes, _characters, flush: false)));
    }

    /// <summary>A command has ended: nothing is held back any more, and what comes next begins a line.</summary>
    public void Flush()
    {
        _mask?.Flush(cutShort: true);
        _finish();
    }
}
