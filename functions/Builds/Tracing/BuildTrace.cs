using Sluice.Platform.Tracing;

namespace Sluice.Builds.Tracing;

/// <summary>Where a build is in a trace: in that of the run whose action it is made for, or else in one of its own, which the builds of a batch share.</summary>
internal static class BuildTrace
{
    public static SpanContext Of(BuildRecord build) =>
        build.PartOf is { } action ? action.Part("build", build.BuildId)
        : build.Batch is { } batch ? SpanContext.Root(batch.BatchId).Part("build", build.BuildId)
        : SpanContext.Root(build.BuildId);
}
