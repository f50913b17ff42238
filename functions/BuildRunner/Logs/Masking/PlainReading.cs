namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Secrets as they are.</summary>
internal sealed class PlainReading(PatternSet patterns) : Reading(patterns)
{
    public override void Read(byte value, long position, Action<long, long> found) => Take((char)value, position, position + 1, found);
}
