using System.Globalization;
using Sluice.BuildContract;

namespace Sluice.Builds.Model;

/// <summary>What CloudWatch is told of a build that has ended, by CodeBuild's names: of its project, and of all projects together.</summary>
internal static class BuildMetrics
{
    private static readonly (PhaseType Phase, string Name)[] _phases =
    [
        (PhaseType.Submitted, "SubmittedDuration"), (PhaseType.Queued, "QueuedDuration"), (PhaseType.Provisioning, "ProvisioningDuration"), (PhaseType.DownloadSource, "DownloadSourceDuration"),
        (PhaseType.Install, "InstallDuration"), (PhaseType.PreBuild, "PreBuildDuration"), (PhaseType.Build, "BuildDuration"), (PhaseType.PostBuild, "PostBuildDuration"),
        (PhaseType.UploadArtifacts, "UploadArtifactsDuration"), (PhaseType.Finalizing, "FinalizingDuration"),
    ];

    /// <summary>A build that only reads a batch's plan is not counted, nor a sandbox: CloudWatch takes no empty list, so there is always the one of all builds.</summary>
    public static IReadOnlyList<MetricDatum> Of(BuildRecord build)
    {
        var at = (build.EndedAt ?? build.SubmittedAt).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        IReadOnlyList<MetricDimension>[] dimensions = [[], [new MetricDimension("ProjectName", build.ProjectName)]];
        return [.. dimensions.SelectMany(of => Values(build).Select(value => new MetricDatum(value.Name, of, value.Value, value.Unit, at)))];
    }

    private static IEnumerable<(string Name, double Value, string Unit)> Values(BuildRecord build)
    {
        var counts = build.IsShown() ? 1 : 0;
        yield return ("Builds", counts, "Count");
        yield return ("SucceededBuilds", build.Status == BuildStatus.Succeeded ? counts : 0, "Count");
        yield return ("FailedBuilds", build.Status is BuildStatus.Failed or BuildStatus.Fault or BuildStatus.TimedOut ? counts : 0, "Count");
        if (!build.IsShown())
        {
            yield break;
        }

        yield return ("Duration", Math.Max(0, ((build.EndedAt ?? build.SubmittedAt) - build.SubmittedAt).TotalSeconds), "Seconds");
        foreach (var phase in BuildPhases.Ended(build))
        {
            foreach (var (_, name) in _phases.Where(known => known.Phase == phase.PhaseType))
            {
                yield return (name, Math.Max(0, (phase.EndTime - phase.StartTime).TotalSeconds), "Seconds");
            }
        }
    }
}
