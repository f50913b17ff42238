namespace Sluice.Deployments.Alarms;

/// <summary>The part of a CloudWatch alarm that is judged.</summary>
public sealed record AlarmDescription(string AlarmName, string StateValue, string? StateReason)
{
    /// <summary>The reason for programs: JSON in a text.</summary>
    public string? StateReasonData { get; init; }
}
