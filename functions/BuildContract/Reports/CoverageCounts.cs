namespace Sluice.BuildContract.Reports;

/// <summary>Lines and branches that tests ran and did not run, in CodeBuild's shape.</summary>
/// <param name="LinesCovered">Lines that were run.</param>
/// <param name="LinesMissed">Lines that could have been.</param>
/// <param name="BranchesCovered">Branches that were taken.</param>
/// <param name="BranchesMissed">Branches that could have been.</param>
public sealed record CoverageCounts(int LinesCovered, int LinesMissed, int BranchesCovered, int BranchesMissed)
{
    /// <summary>Nothing counted.</summary>
    public static readonly CoverageCounts None = new(0, 0, 0, 0);

    /// <summary>From 0 to 100; 0 if there is no line.</summary>
    public double LineCoveragePercentage => Percentage(LinesCovered, LinesMissed);

    /// <summary>From 0 to 100; 0 if there is no branch.</summary>
    public double BranchCoveragePercentage => Percentage(BranchesCovered, BranchesMissed);

    /// <summary>Both together.</summary>
    public static CoverageCounts operator +(CoverageCounts left, CoverageCounts right) => new(
        Sum(left.LinesCovered, right.LinesCovered),
        Sum(left.LinesMissed, right.LinesMissed),
        Sum(left.BranchesCovered, right.BranchesCovered),
        Sum(left.BranchesMissed, right.BranchesMissed));

    // What a hostile file counts must not turn negative.
    private static int Sum(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);

    private static double Percentage(int covered, int missed) => covered == 0 ? 0 : Math.Round(100.0 * covered / ((double)covered + missed), 2);
}
