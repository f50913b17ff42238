using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>A report as it is stored. What it consists of is an object.</summary>
/// <param name="GroupName">Its group.</param>
/// <param name="ReportId">A UUID, made of the build and the group.</param>
/// <param name="Report">As it is answered, but for ARNs.</param>
/// <param name="Data">The object with its <see cref="BuildContract.Reports.ReportData"/>.</param>
public sealed record StoredReport(string GroupName, string ReportId, Report Report, ObjectRef Data)
{
    /// <summary>Of what was tested; null if the build had no commit.</summary>
    public string? CommitId { get; init; }

    /// <summary>As ARNs have it.</summary>
    internal string Name => NameOf(GroupName, ReportId);

    internal DateTimeOffset Expired => Report.Expired!.Value;

    internal static string NameOf(string groupName, string reportId) => $"{groupName}:{reportId}";

    internal Report Answer(SuiteAccount account) => Report with { Arn = BuildArns.Reports.Of(Name, account), ReportGroupArn = BuildArns.ReportGroups.Of(GroupName, account) };
}
