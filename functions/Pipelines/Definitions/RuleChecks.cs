using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of rules must be beyond their keys.</summary>
internal static class RuleChecks
{
    private static readonly string[] AlarmStates = ["ALARM", "OK", "INSUFFICIENT_DATA"];

    public static Action<ConfigurationRead>? Of(RuleKind kind) => kind.Provider switch
    {
        RuleProviders.CloudWatchAlarm => Alarm,
        RuleProviders.DeploymentWindow => Window,
        RuleProviders.CodeBuild => BuildChecks.CodeBuild,
        _ => null,
    };

    private static void Alarm(ConfigurationRead read)
    {
        read.Number("WaitTime", 0, 86400);
        if (read.Plain("AlarmStates") is { } states && states.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(state => !AlarmStates.Contains(state)) is { } wrong)
        {
            read.Fault("AlarmStates", $"some of {string.Join(", ", AlarmStates)} were expected, divided by commas, not '{wrong}'");
        }
    }

    private static void Window(ConfigurationRead read)
    {
        if (read.Plain("Cron") is { } cron && read.IsPlain("TimeZone"))
        {
            try
            {
                WindowCron.Parse(cron, read.Value("TimeZone"));
            }
            catch (FormatException e)
            {
                read.Fault("Cron", $"this is no window: {e.Message}");
            }
        }
    }
}
