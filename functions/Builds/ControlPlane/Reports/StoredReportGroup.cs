using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>A report group as it is stored.</summary>
/// <param name="GroupId">A UUID, for ever its own.</param>
/// <param name="Group">As it is answered, but for its ARN.</param>
public sealed record StoredReportGroup(string GroupId, ReportGroup Group)
{
    internal string Name => Group.Name!;

    internal ListedResource Listed => new(Name, Group.Created!.Value, Group.LastModified!.Value);
}
