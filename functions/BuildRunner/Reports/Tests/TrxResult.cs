using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>A result of a TRX file, whose class is not known yet.</summary>
internal sealed class TrxResult(long line, string? testId, FoundCase found)
{
    public long Line { get; } = line;

    public string? TestId { get; } = testId;

    public FoundCase Case { get; set; } = found;

    public bool HasInner { get; set; }
}
