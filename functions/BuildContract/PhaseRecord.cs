using System.Text.Json.Serialization;

namespace Sluice.BuildContract;

/// <summary>A phase of a build, in CodeBuild's shape.</summary>
/// <param name="PhaseType">Which.</param>
/// <param name="PhaseStatus">How it ended.</param>
/// <param name="StartTime">When it began.</param>
/// <param name="EndTime">When it ended.</param>
/// <param name="DurationInSeconds">Whole seconds, rounded down.</param>
/// <param name="Contexts">What went wrong; empty if nothing did.</param>
public sealed record PhaseRecord(
    [property: JsonRequired] PhaseType PhaseType,
    BuildStatus PhaseStatus,
    DateTimeOffset StartTime,
    DateTimeOffset EndTime,
    long DurationInSeconds,
    IReadOnlyList<PhaseFault> Contexts)
{
    /// <summary>A phase between two moments; none is shorter than nothing, even if the clock was set back meanwhile.</summary>
    public static PhaseRecord Between(PhaseType type, BuildStatus status, DateTimeOffset start, DateTimeOffset end, params IReadOnlyList<PhaseFault> contexts) =>
        new(type, status, start, end, Math.Max(0, (long)(end - start).TotalSeconds), contexts);
}
