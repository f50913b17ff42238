using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Content;

/// <summary>A test case as a file has it, before its texts are cut.</summary>
internal sealed record FoundCase(string? Name, TestStatus Status)
{
    public long NanoSeconds { get; init; }

    public string? Prefix { get; init; }

    public string? Suite { get; init; }

    public string? Message { get; init; }
}
