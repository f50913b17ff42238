using Sluice.Deployments.Model.Alarms;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The alarms of a group or of a deployment.</summary>
internal static class AlarmRules
{
    private const string Code = "InvalidAlarmConfigException";
    private const int Most = 10;
    private const int LongestName = 255;

    /// <summary>Notes what is wrong under the name of the request's member.</summary>
    public static void Check(AlarmConfiguration? configuration, RequestFaults faults, string member = "alarmConfiguration")
    {
        if (configuration is null)
        {
            return;
        }

        List<string?> names = [.. (configuration.Alarms ?? []).Select(alarm => alarm.Name)];
        faults.Require(names.Count <= Most, "AlarmsLimitExceededException", $"{member}.alarms: at most {Most} were expected, not {names.Count}");
        faults.Require(
            configuration.Enabled is not true || names.Count > 0, Code, $"{member}.alarms: the alarms are enabled, so at least one was expected");
        faults.Add(Code, names.SelectMany((name, index) => Name(name, $"{member}.alarms[{index}]")));
        faults.Add(Code, names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{member}.alarms: '{same.Key}' is there {same.Count()} times"));
        faults.Add(Code, AlarmPolicy.Faults(configuration, member));
    }

    private static IEnumerable<string> Name(string? name, string at) => name is null or { Length: 0 or > LongestName }
        ? [$"{at}.name: 1 to {LongestName} characters were expected, not {name?.Length ?? 0}"]
        : [];
}
