using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Ending;

/// <summary>What the pipeline is told about a build.</summary>
internal static class ActionResults
{
    public static JsonNode? Of(BuildRecord build)
    {
        var succeeded = build.Status == BuildStatus.Succeeded;
        var outputs = new Dictionary<string, ObjectRef>();
        if (succeeded && build is { Action.OutputArtifact: { } name, Manifest: { } manifest })
        {
            outputs[name] = manifest;
        }

        return Json(new ActionResult(succeeded ? ActionStatus.Succeeded : ActionStatus.Failed, build.FullId(), null, succeeded ? null : Reason(build), outputs, FailedForSource(build) ? ActionErrors.Source : null));
    }

    public static JsonNode? Refused(string buildId, string reason) =>
        Json(new ActionResult(ActionStatus.Failed, buildId, null, reason, new Dictionary<string, ObjectRef>()));

    private static bool FailedForSource(BuildRecord build) =>
        build.Status == BuildStatus.Failed && build.ProgramPhases.Any(phase => phase.Contexts.Any(context => context.StatusCode == PhaseFault.SourceError));

    private static string Reason(BuildRecord build) => build.Message ?? $"The build ended as {build.Status.WireName()}.";

    private static JsonNode? Json(ActionResult result) => JsonSerializer.SerializeToNode(result, SluiceJson.Options);
}
