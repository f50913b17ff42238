using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Which files make a report.</summary>
/// <param name="Group">A name, or a report group's ARN.</param>
/// <param name="Format">The format of all of them.</param>
/// <param name="Files">Which; paths may have variables, and whether they are discarded matters to an export alone.</param>
internal sealed record BuildspecReport(string Group, ReportFormat Format, BuildspecArtifact Files);
