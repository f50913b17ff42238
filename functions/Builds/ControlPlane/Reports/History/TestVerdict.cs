namespace Sluice.Builds.ControlPlane.Reports.History;

/// <summary>What a test case's history tells.</summary>
/// <param name="Runs">In how many reports it passed or failed.</param>
/// <param name="FailedRuns">In how many it failed.</param>
/// <param name="Flaky">It passed and failed though nothing was changed, or it went to and fro.</param>
/// <param name="Slow">It takes far longer than the others of its report do.</param>
/// <param name="MedianDurationInNanoSeconds">Of the runs; 0 without any.</param>
internal sealed record TestVerdict(int Runs, int FailedRuns, bool Flaky, bool Slow, long MedianDurationInNanoSeconds);
