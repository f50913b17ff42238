namespace Sluice.Builds.Ending;

/// <summary>The input of a build's machine, or of a batch's.</summary>
internal sealed record BuildInput(string? BuildId, string? BatchId);
