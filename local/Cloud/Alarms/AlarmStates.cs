namespace Sluice.Local.Cloud.Alarms;

/// <summary>CloudWatch's StateValue.</summary>
internal static class AlarmStates
{
    public const string Ok = "OK";
    public const string Alarm = "ALARM";
    public const string InsufficientData = "INSUFFICIENT_DATA";
}
