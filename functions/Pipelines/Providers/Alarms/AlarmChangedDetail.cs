namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>What an alarm's event tells.</summary>
public sealed record AlarmChangedDetail(string? AlarmName);
