using System.Text.Json;
using Sluice.BuildContract.Reports;
using Sluice.Builds.ControlPlane.Reports.History;
using Sluice.Platform.Objects;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Reads the history of a group's tests from its reports. Nothing of it is kept by hand: it is what the newest reports say.</summary>
public sealed class TestHistories(ReportStore reports, ReportContents contents)
{
    /// <summary>Reading more would take longer than one waits.</summary>
    internal const int MostReports = 100;

    internal async Task<TestHistory> OfGroupAsync(string groupName, int most, CancellationToken cancellationToken)
    {
        // One after the other: a report may have a hundred thousand cases.
        var found = new List<(string? CommitId, ReportData Data)>();
        foreach (var report in await reports.NewestAsync(groupName, most, cancellationToken))
        {
            if (await FindAsync(report, cancellationToken) is { } data)
            {
                found.Add((report.CommitId, data));
            }
        }

        return new TestHistory(found);
    }

    /// <summary>How long the tests of a group take by the median of its newest reports, by their prefix (class, module or feature) in nanoseconds: what <c>build-fanout</c> can divide by.</summary>
    /// <param name="groupName">E.g. <c>web-unit</c>; one that is not there has no durations.</param>
    /// <param name="most">Of how many reports, 1 to 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<string, long>> DurationsByPrefixAsync(string groupName, int most, CancellationToken cancellationToken)
    {
        var history = await OfGroupAsync(groupName, Math.Clamp(most, 1, MostReports), cancellationToken);
        return history.Durations.GroupBy(test => test.Key.Prefix ?? "", StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(test => test.Value), StringComparer.Ordinal);
    }

    /// <summary>Null for one that was deleted meanwhile.</summary>
    private async Task<ReportData?> FindAsync(StoredReport report, CancellationToken cancellationToken)
    {
        try
        {
            return await contents.ReadAsync(report.Data, cancellationToken);
        }
        catch (Exception e) when (e is ObjectNotFoundException or JsonException)
        {
            return null;
        }
    }
}
