using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Deployments.Alarms;

/// <summary>An alarm that fired, for people. CloudWatch's own words stay where its API shows them.</summary>
internal static class AlarmText
{
    /// <summary>The deployment's own alarm says what it saw; of any other its name and its reason are told.</summary>
    public static string Of(Deployment record, AlarmDescription alarm) =>
        alarm.AlarmName == record.Shift?.OwnAlarm && record.Plan.Target.OwnAlarm() is { } own && Newest(alarm.StateReasonData) is { } percent
            ? RequestText.OverLimit(record.Shift.Target, percent, own.Percent)
            : AlarmJudge.Firing(alarm);

    // Null of one that somebody set by hand.
    private static double? Newest(string? reasonData)
    {
        try
        {
            return reasonData is not null && JsonNode.Parse(reasonData)?["recentDatapoints"] is JsonArray { Count: > 0 } points ? points.Max(point => (double?)point) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
