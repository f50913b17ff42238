
namespace Sluice.Builds.Ending;

/// <summary>The machine has done with a build.</summary>
public sealed record EndOfBuild(string BuildId, CaughtError? Failure);
