using Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>What a build handed over of reports, or what the builds of a fan-out did together.</summary>
/// <param name="ProjectName">The project.</param>
/// <param name="ExecutionArn">The build's ARN, or the batch's. A report's id is made of it and the group.</param>
/// <param name="CommitId">What was tested; null if that is no commit.</param>
/// <param name="EndedAt">When it ended; reports are listed by it, and it must be the same when this is repeated.</param>
/// <param name="Reports">In the builds' order; several of one group become one report.</param>
public sealed record HandedReports(string ProjectName, string ExecutionArn, string? CommitId, DateTimeOffset EndedAt, IReadOnlyList<BuildReport> Reports);
