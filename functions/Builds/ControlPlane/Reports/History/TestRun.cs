using Sluice.BuildContract.Reports;

namespace Sluice.Builds.ControlPlane.Reports.History;

/// <summary>A test case in one report.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="DurationInNanoSeconds">How long it took.</param>
/// <param name="CommitId">What was tested; null if that is not known.</param>
internal sealed record TestRun(TestStatus Status, long DurationInNanoSeconds, string? CommitId)
{
    public bool Passed => Status == TestStatus.Succeeded;

    public bool Failed => Status is TestStatus.Failed or TestStatus.Error;
}
