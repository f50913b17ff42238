namespace Sluice.Pipelines.Reporting;

/// <summary>CodePipeline's event <c>CodePipeline Pipeline Execution State Change</c>, as far as it is read.</summary>
public sealed record RunChanged(RunChangedDetail? Detail);
