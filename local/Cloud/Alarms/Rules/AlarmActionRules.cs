using Sluice.Local.Cloud.Alarms.Shapes;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>What CloudWatch demands of the actions of an alarm. None is made here; but a definition that works here is to work there.</summary>
internal static class AlarmActionRules
{
    private const int ArnParts = 6;
    private static readonly string[] Services = ["aiops", "automate", "autoscaling", "lambda", "sns", "ssm", "ssm-incidents", "swf"];

    public static IEnumerable<string> Faults(MetricAlarmShape alarm) =>
        new[] { alarm.AlarmActions, alarm.OKActions, alarm.InsufficientDataActions }.SelectMany(actions => actions ?? []).Distinct(StringComparer.Ordinal).Select(Fault).OfType<string>();

    private static string? Fault(string action) => action.Split(':', ArnParts) switch
    {
        ["arn", { Length: > 0 }, var service, _, _, { Length: > 0 }] => Services.Contains(service, StringComparer.Ordinal) ? null : $"Unsupported AWS vendor {service}",
        _ => $"Invalid arn syntax: {action}",
    };
}
