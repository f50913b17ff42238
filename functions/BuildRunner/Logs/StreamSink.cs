namespace Sluice.BuildRunner.Logs;

/// <summary>The log on the program's own output, as it comes. If nobody reads that any more, the build goes on.</summary>
internal sealed class StreamSink(Stream stream) : ILogSink
{
    private bool _isLost;

    public void Write(ReadOnlySpan<byte> text)
    {
        if (_isLost)
        {
            return;
        }

        try
        {
            stream.Write(text);
            stream.Flush();
        }
        catch (IOException)
        {
            _isLost = true;
        }
    }
}
