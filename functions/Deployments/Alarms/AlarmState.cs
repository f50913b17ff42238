namespace Sluice.Deployments.Alarms;

/// <summary>An alarm's state in CloudWatch's event.</summary>
public sealed record AlarmState(string? Value, string? Reason)
{
    /// <summary>The reason for programs: JSON in a text.</summary>
    public string? ReasonData { get; init; }
}
