using Sluice.BuildContract;

namespace Sluice.Builds.Ending;

/// <summary>How a build ended.</summary>
public sealed record EndedBuild(string BuildId, BuildStatus Status);
