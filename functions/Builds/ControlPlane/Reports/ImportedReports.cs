namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>What became of the reports that were handed over.</summary>
/// <param name="ReportArns">One for each group whose report was made, as <c>Build.reportArns</c> has them.</param>
/// <param name="Faults">What could not be made or exported, each with its group: for people, as phases' contexts are.</param>
public sealed record ImportedReports(IReadOnlyList<string> ReportArns, IReadOnlyList<string> Faults);
