namespace Sluice.BuildContract.Reports;

/// <summary>A test report in numbers, in CodeBuild's shape.</summary>
/// <param name="Total">How many cases.</param>
/// <param name="StatusCounts">How many of each status; statuses that no case has are there with 0.</param>
/// <param name="DurationInNanoSeconds">Of all cases together, as if they had run one after the other.</param>
public sealed record TestSummary(int Total, IReadOnlyDictionary<TestStatus, int> StatusCounts, long DurationInNanoSeconds)
{
    /// <summary>The numbers of these cases.</summary>
    public static TestSummary Of(IReadOnlyCollection<TestCase> cases) => new(
        cases.Count,
        Enum.GetValues<TestStatus>().ToDictionary(status => status, status => cases.Count(test => test.Status == status)),
        (long)Math.Min(cases.Sum(test => (decimal)test.DurationInNanoSeconds), long.MaxValue));
}
