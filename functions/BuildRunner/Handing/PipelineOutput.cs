namespace Sluice.BuildRunner.Handing;

/// <summary>An output artifact of a pipeline's action.</summary>
/// <param name="Name">What the pipeline calls it.</param>
/// <param name="Identifier">Which of the buildspec's artifacts it is; empty for the primary.</param>
internal sealed record PipelineOutput(string Name, string Identifier);
