using Sluice.BuildContract;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Ending;

/// <summary>What the pipeline is told about a build.</summary>
internal static class ActionResults
{
    public static ActionResult Of(BuildRecord build)
    {
        var succeeded = build.Status == BuildStatus.Succeeded;
        return new ActionResult(
            succeeded ? ActionStatus.Succeeded : ActionStatus.Failed,
            build.FullId(),
            null,
            succeeded ? null : Reason(build),
            succeeded ? build.OutputArtifacts : new Dictionary<string, ObjectRef>(),
            FailedForSource(build) ? ActionErrors.Source : null)
        {
            OutputVariables = build.ExportedVariables,
        };
    }

    public static ActionResult Refused(string buildId, string reason) => ActionResult.Failed(buildId, reason);

    private static bool FailedForSource(BuildRecord build) =>
        build.Status == BuildStatus.Failed && build.ProgramPhases.Any(phase => phase.Contexts.Any(context => context.StatusCode == PhaseFault.SourceError));

    private static string Reason(BuildRecord build) => build.Message ?? $"The build ended as {build.Status.WireName()}.";
}
