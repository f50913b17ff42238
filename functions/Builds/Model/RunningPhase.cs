using Sluice.BuildContract;

namespace Sluice.Builds.Model;

/// <summary>A phase that has begun and not ended.</summary>
internal sealed record RunningPhase(PhaseType PhaseType, DateTimeOffset StartTime);
