namespace Sluice.Deployments.Model;

/// <summary>What happened, for people: the step, when it was decided and, for traffic, when it was read back so.</summary>
public sealed record StepRecord(int Step, string What, DateTimeOffset Decided, DateTimeOffset? ReadBack)
{
    /// <summary>When the step began by the clock as it was set later; null if nobody set it meanwhile.</summary>
    public DateTimeOffset? BeganBy { get; init; }
}
