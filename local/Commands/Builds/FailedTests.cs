using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Local.Commands.Builds;

/// <summary>The tests of a report that failed.</summary>
/// <param name="Group">The report's name in the buildspec.</param>
/// <param name="Cases">They.</param>
/// <param name="Total">How many tests there are.</param>
internal sealed record FailedTests(string Group, IReadOnlyList<TestCase> Cases, int Total)
{
    /// <summary>Of the build's reports those with a test that failed.</summary>
    public static async Task<IReadOnlyList<FailedTests>> OfAsync(BuildResult result, IObjectStore objects, CancellationToken cancellationToken)
    {
        var all = new List<FailedTests>();
        foreach (var report in result.Reports.Where(report => report is { Status: ReportStatus.Failed, Tests: not null }))
        {
            await using var content = await objects.OpenAsync(report.Data, cancellationToken);
            var data = (await JsonSerializer.DeserializeAsync<ReportData>(content, SluiceJson.Options, cancellationToken))!;
            all.Add(new FailedTests(report.Group, [.. data.TestCases.Where(test => test.Status is TestStatus.Failed or TestStatus.Error)], report.Tests!.Total));
        }

        return all;
    }
}
