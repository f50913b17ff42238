using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Reports in the table. Each is listed in its group and among all, with and without its status, so that no list has to be sifted.</summary>
public sealed class ReportStore(ITable table, SuiteAccount account, TimeProvider time)
{
    private const string All = "BUILDREPORTS";

    // Group names have no more than 128 characters, ids 36.
    private const int LongestName = 200;

    /// <summary>The report by what its ARN has after <c>report/</c>; null if there is none, or none any more.</summary>
    internal async Task<StoredReport?> FindAsync(string name, CancellationToken cancellationToken) =>
        IsName(name) && (await table.FindAsync<StoredReport>(KeyOf(name), cancellationToken))?.Value is { } report && report.Expired > time.GetUtcNow() ? report : null;

    /// <summary>The report by its ARN; null if there is none.</summary>
    internal async Task<StoredReport?> FindByArnAsync(string arn, CancellationToken cancellationToken) =>
        BuildArns.Reports.Find(arn, account) is { } name ? await FindAsync(name, cancellationToken) : null;

    /// <summary>Writes a new report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="group">Fails the write if its group is not there any more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if it is there already, or its group is not.</returns>
    internal Task<bool> AddAsync(StoredReport report, CheckItem group, CancellationToken cancellationToken)
    {
        var entry = new JsonObject { ["name"] = report.Name, ["expired"] = report.Expired.ToUnixTimeMilliseconds() };
        TableWrite made = PutItem.Of(KeyOf(report.Name), report, Condition.Absent, expiresAt: report.Expired);
        return table.TryTransactAsync([made, group, .. EntriesOf(report).Select(key => new PutItem(key, (JsonObject)entry.DeepClone(), ExpiresAt: report.Expired))], cancellationToken);
    }

    internal Task DeleteAsync(StoredReport report, CancellationToken cancellationToken) =>
        table.TransactAsync([new DeleteItem(KeyOf(report.Name)), .. EntriesOf(report).Select(key => new DeleteItem(key))], cancellationToken);

    /// <summary>A page of names; of one that has expired the broom may not have taken all yet.</summary>
    /// <param name="groupName">Of one group; null for all.</param>
    /// <param name="status">Of one status; null for all.</param>
    /// <param name="ascending">Oldest first.</param>
    /// <param name="token">Where the last page ended.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(
        string? groupName, ReportStatusType? status, bool ascending, string? token, int? most, CancellationToken cancellationToken)
    {
        var query = new Query(Partition(groupName, status)) { Descending = !ascending, PageToken = token, Limit = most ?? OffsetPages.Most };
        var page = await Pages.ReadAsync(table, query, InvalidInput.Code, cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ([.. page.Items.Where(item => item.Attributes["expired"]!.GetValue<long>() > now).Select(item => item.Attributes["name"]!.GetValue<string>())], page.NextToken);
    }

    /// <summary>The newest reports of a group, newest first.</summary>
    internal async Task<IReadOnlyList<StoredReport>> NewestAsync(string groupName, int most, CancellationToken cancellationToken)
    {
        var (names, _) = await ListAsync(groupName, status: null, ascending: false, token: null, most, cancellationToken);
        return (await Batches.ReadAsync(names, name => FindAsync(name, cancellationToken))).Found;
    }

    private static bool IsName(string name) => name.Length <= LongestName && !name.Any(char.IsSurrogate);

    private static Key KeyOf(string name) => new($"BUILDREPORT#{name}", "REPORT");

    private static IEnumerable<Key> EntriesOf(StoredReport report)
    {
        var sk = $"{report.Report.Created!.Value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{report.Name}";
        return new[] { Partition(null, null), Partition(null, report.Report.Status), Partition(report.GroupName, null), Partition(report.GroupName, report.Report.Status) }.Select(pk => new Key(pk, sk));
    }

    private static string Partition(string? groupName, ReportStatusType? status) => $"{All}#{groupName}#{status}";
}
