namespace Sluice.Local.Commands.Planning;

/// <summary>What a start would do; what <c>plan --json</c> prints.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineVersion">The version that the run would go by.</param>
/// <param name="ExecutionMode">How runs take their turn.</param>
/// <param name="Sources">What it would take.</param>
/// <param name="Variables">What the pipeline's variables would be.</param>
/// <param name="Stages">In the order of the document.</param>
internal sealed record RunPlan(string PipelineName, int PipelineVersion, string ExecutionMode, IReadOnlyList<PlannedSource> Sources, IReadOnlyList<PlannedVariable> Variables, IReadOnlyList<PlannedStage> Stages);
