using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Collecting;

/// <summary>A report of one group.</summary>
/// <param name="Data">What its files say.</param>
/// <param name="Files">The files, those that could not be read among them, named as an export names them.</param>
/// <param name="Missing">Why there are none, which fails a build; null if there are.</param>
internal sealed record CollectedReport(ReportData Data, IReadOnlyList<ArtifactFile> Files, string? Missing);
