namespace Sluice.Deployments.Alarms;

/// <summary>What CloudWatch answers to <c>DescribeAlarms</c> of both types; or, where a machine caught an error in its place, the error.</summary>
public sealed record AlarmsAnswer(IReadOnlyList<AlarmDescription>? MetricAlarms, IReadOnlyList<AlarmDescription>? CompositeAlarms)
{
    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>Its words.</summary>
    public string? Cause { get; init; }
}

/// <summary>The part of a CloudWatch alarm that is judged.</summary>
public sealed record AlarmDescription(string AlarmName, string StateValue, string? StateReason)
{
    /// <summary>The reason for programs: JSON in a text.</summary>
    public string? StateReasonData { get; init; }
}
