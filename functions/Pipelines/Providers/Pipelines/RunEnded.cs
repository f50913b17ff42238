namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>CodePipeline's event <c>CodePipeline Pipeline Execution State Change</c>, as far as it is read.</summary>
public sealed record RunEnded(RunEndedDetail? Detail);
