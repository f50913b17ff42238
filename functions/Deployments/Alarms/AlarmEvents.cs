namespace Sluice.Deployments.Alarms;

/// <summary>CloudWatch's event as EventBridge delivers it.</summary>
public sealed record AlarmChangeEvent(AlarmChange Detail);

/// <summary>The detail of CloudWatch's event <c>CloudWatch Alarm State Change</c>, as far as it is read.</summary>
public sealed record AlarmChange(string AlarmName, AlarmState? State);

/// <summary>An alarm's state in CloudWatch's event.</summary>
public sealed record AlarmState(string? Value, string? Reason)
{
    /// <summary>The reason for programs: JSON in a text.</summary>
    public string? ReasonData { get; init; }
}
