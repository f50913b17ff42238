namespace Sluice.BuildContract.Reports;

/// <summary>What tests ran of one source file.</summary>
/// <param name="FilePath">As the coverage tool tells it.</param>
/// <param name="Counts">Its lines and branches.</param>
public sealed record FileCoverage(string FilePath, CoverageCounts Counts);
