namespace Sluice.Builds.Ending;

/// <summary>The input of the build's machine.</summary>
internal sealed record BuildInput(string? BuildId);
