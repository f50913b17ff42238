namespace Sluice.Pipelines.Model;

/// <summary>A condition of a stage as it was judged.</summary>
internal sealed record RunCondition(ConditionExecutionStatus Status, IReadOnlyList<RunRule> Rules, DateTimeOffset LastStatusChange, string? Summary = null);
