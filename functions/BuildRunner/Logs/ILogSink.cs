namespace Sluice.BuildRunner.Logs;

/// <summary>Where a build's log goes. It is written to in order, by one at a time; what it cannot take it must not throw for, since a build does not fail for its log.</summary>
internal interface ILogSink
{
    void Write(ReadOnlySpan<byte> text);
}
