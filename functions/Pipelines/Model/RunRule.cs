namespace Sluice.Pipelines.Model;

/// <summary>A rule of a condition, from when it is asked.</summary>
internal sealed record RunRule
{
    public required string RuleName { get; init; }

    /// <summary>The same for the same run, stage, condition, rule and attempt.</summary>
    public required string RuleExecutionId { get; init; }

    public required RuleExecutionStatus Status { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset LastUpdateTime { get; init; }

    public string? ExternalExecutionId { get; init; }

    public string? Message { get; init; }

    public string? ErrorCode { get; init; }
}
