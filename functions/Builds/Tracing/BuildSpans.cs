using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Tracing;

/// <summary>All that a build's record says of how it went, as spans: the build and its phases.</summary>
internal static class BuildSpans
{
    /// <param name="build">A build that has ended.</param>
    public static IReadOnlyList<Span> Of(BuildRecord build)
    {
        var context = BuildTrace.Of(build);
        return [Whole(context, build), .. BuildPhases.Ended(build).Where(phase => phase.PhaseType is not (PhaseType.Submitted or PhaseType.Completed)).Select(phase => Of(context, phase))];
    }

    private static Span Whole(SpanContext context, BuildRecord build) =>
        new(context, build.PartOf?.SpanId, build.PartOf is null ? $"BUILD {build.ProjectName}" : $"build {build.ProjectName}", build.SubmittedAt, build.EndedAt ?? build.SubmittedAt)
        {
            Kind = build.PartOf is null ? SpanKind.Server : SpanKind.Internal,
            IsError = IsError(build.Status),
            Message = build.Message,
            Attributes = [.. build.PartOf is null ? OfRun(build) : OfTask(build), .. OfBuild(build)],
        };

    /// <summary>A build that stands alone is to OpenTelemetry's conventions what a run is.</summary>
    private static IEnumerable<SpanAttribute> OfRun(BuildRecord build) =>
    [
        new(CicdAttributes.Pipeline, build.ProjectName), new(CicdAttributes.Kind, "BUILD"), new(CicdAttributes.Run, build.FullId()), new(CicdAttributes.Result, ResultOf(build.Status)),
    ];

    private static IEnumerable<SpanAttribute> OfTask(BuildRecord build) =>
    [
        new(CicdAttributes.Task, build.ProjectName), new(CicdAttributes.TaskRun, build.FullId()), new(CicdAttributes.TaskResult, ResultOf(build.Status)), new(CicdAttributes.TaskType, "build"),
    ];

    private static IEnumerable<SpanAttribute> OfBuild(BuildRecord build) =>
    [
        new(CicdAttributes.ErrorType, IsError(build.Status) ? build.Status.WireName() : null),
        new(CicdAttributes.Revision, build.ResolvedSourceVersion),
        new("sluice.build.id", build.FullId()),
        new("sluice.build.number", build.Number),
        new("sluice.build.initiator", build.Initiator),
        new("sluice.build.batch", build.Batch?.BatchId),
        new("sluice.build.batch_identifier", build.Batch?.Identifier),
    ];

    private static Span Of(SpanContext build, PhaseRecord phase) => Span.PartOf(build, phase.PhaseType.WireName(), phase.StartTime, phase.EndTime, "phase", phase.PhaseType.WireName()) with
    {
        IsError = IsError(phase.PhaseStatus),
        Message = phase.Contexts is [] ? null : string.Join('\n', phase.Contexts.Select(context => $"{context.StatusCode}: {context.Message}")),
        Attributes =
        [
            new("sluice.build.phase", phase.PhaseType.WireName()),
            new("sluice.build.phase_status", phase.PhaseStatus.WireName()),
            new(CicdAttributes.ErrorType, IsError(phase.PhaseStatus) ? phase.Contexts.Select(context => context.StatusCode).FirstOrDefault() ?? phase.PhaseStatus.WireName() : null),
            new(CicdAttributes.RunState, phase.PhaseType == PhaseType.Queued ? CicdAttributes.Pending : null),
        ],
    };

    private static bool IsError(BuildStatus status) => status is BuildStatus.Failed or BuildStatus.Fault or BuildStatus.TimedOut;

    private static string ResultOf(BuildStatus status) => status switch
    {
        BuildStatus.Succeeded => CicdAttributes.Success,
        BuildStatus.Failed => CicdAttributes.Failure,
        BuildStatus.Fault => CicdAttributes.Error,
        BuildStatus.TimedOut => CicdAttributes.Timeout,
        _ => CicdAttributes.Cancellation,
    };
}
