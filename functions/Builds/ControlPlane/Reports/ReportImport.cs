using Sluice.BuildContract.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>
/// Makes the reports of a build that has ended. A report's id is made of the build and its group, so that repeating this changes nothing. What is wrong with one report is told, and the others are made.
/// </summary>
public sealed class ReportImport(
    ReportGroupStore groups, ReportStore reports, ReportContents contents, ReportExport export, ReportRetention retention, SuiteAccount account, IIds ids, TimeProvider time)
{
    /// <summary>Makes the groups that are not there, the reports, and what they export.</summary>
    public async Task<ImportedReports> ImportAsync(HandedReports handed, CancellationToken cancellationToken)
    {
        var (arns, faults) = (new List<string>(), new List<string>());
        foreach (var parts in handed.Reports.GroupBy(report => report.Group, StringComparer.Ordinal))
        {
            try
            {
                arns.Add(await ImportAsync(handed, [.. parts], faults, cancellationToken));
            }
            catch (Exception e) when (e is ApiException or ObjectNotFoundException or System.Text.Json.JsonException or ConcurrentModificationException)
            {
                faults.Add($"The report '{parts.Key}' could not be made: {e.Message}");
            }
        }

        return new ImportedReports(arns, faults);
    }

    private async Task<string> ImportAsync(HandedReports handed, IReadOnlyList<BuildReport> parts, List<string> faults, CancellationToken cancellationToken)
    {
        var type = Enum.Parse<Shapes.ReportType>(parts[0].Type.WireName());
        var group = await GroupAsync(handed, parts[0].Group, type, cancellationToken);
        if (group.Group.Type != type || parts.Any(part => part.Type != parts[0].Type))
        {
            throw InvalidInput.Of($"the report group '{group.Name}' is of the type {group.Group.Type}, and the files are of {type}.");
        }

        var reportId = DerivedUuid.Of("report", handed.ExecutionArn, group.GroupId);
        if (await reports.FindAsync(StoredReport.NameOf(group.Name, reportId), cancellationToken) is not { } report)
        {
            report = await MakeAsync(handed, parts, group, reportId, cancellationToken);
        }

        if (await export.ExportAsync(report, parts, cancellationToken) is { } fault)
        {
            faults.Add($"The report '{parts[0].Group}' could not be exported: {fault}");
        }

        return BuildArns.Reports.Of(report.Name, account);
    }

    private async Task<StoredReport> MakeAsync(HandedReports handed, IReadOnlyList<BuildReport> parts, StoredReportGroup group, string reportId, CancellationToken cancellationToken)
    {
        var data = ReportMerge.Of(await Task.WhenAll(parts.Select(part => contents.ReadAsync(part.Data, cancellationToken))));

        // An object of its own: the build's may be cleared away before the report is.
        var content = new ObjectRef(parts[0].Data.Bucket, $"reports/{group.GroupId}/{reportId}.json");
        await contents.WriteAsync(content, data, cancellationToken);
        var report = ReportRecords.Of(group, reportId, handed, data, content, retention);
        return await reports.AddAsync(report, groups.Still(group), cancellationToken) || await reports.FindAsync(report.Name, cancellationToken) is not null
            ? report
            : throw InvalidInput.Of($"the report group '{group.Name}' was deleted meanwhile.");
    }

    /// <summary>The group of an ARN must be there; the group of a name is the project's own, and is made when it is first needed.</summary>
    private async Task<StoredReportGroup> GroupAsync(HandedReports handed, string named, Shapes.ReportType type, CancellationToken cancellationToken)
    {
        if (named.StartsWith("arn:", StringComparison.Ordinal))
        {
            return await groups.GetAsync(BuildArns.ReportGroups.Required(named, account), cancellationToken);
        }

        var name = $"{handed.ProjectName}-{named}";
        if (await groups.FindAsync(name, cancellationToken) is { } found)
        {
            return found;
        }

        var made = new StoredReportGroup(ids.Uuid(), ReportGroupSettings.Create(name, type, export: null, tags: null, time.GetUtcNow()));
        ReportGroupRules.Faults(made.Group).Throw();
        try
        {
            await groups.CreateAsync(made, cancellationToken);
            return made;
        }
        catch (ApiException e) when (e.Code == InvalidInput.Exists)
        {
            return await groups.GetAsync(name, cancellationToken);
        }
    }
}
