namespace Sluice.BuildContract.Reports;

/// <summary>One test case of a report, in CodeBuild's shape.</summary>
/// <param name="Name">At most <see cref="LongestName"/> characters.</param>
/// <param name="Status">How it ended.</param>
/// <param name="DurationInNanoSeconds">0 if the file does not say.</param>
/// <param name="Prefix">Where the test is: its class, module or feature.</param>
/// <param name="TestSuiteName">The suite that it was run in.</param>
/// <param name="Message">Why it did not succeed, at most <see cref="LongestMessage"/> characters; null if nothing was said.</param>
/// <param name="TestRawDataPath">The file that told of it, relative to the source.</param>
public sealed record TestCase(
    string Name, TestStatus Status, long DurationInNanoSeconds, string? Prefix, string? TestSuiteName, string? Message, string TestRawDataPath)
{
    /// <summary>CodeBuild's limit, in characters.</summary>
    public const int LongestName = 1000;

    /// <summary>CodeBuild's limit, in characters.</summary>
    public const int LongestMessage = 5000;
}
