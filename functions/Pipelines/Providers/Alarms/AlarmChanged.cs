namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>EventBridge's <c>CloudWatch Alarm State Change</c>, as far as it is read.</summary>
public sealed record AlarmChanged(AlarmChangedDetail? Detail);
