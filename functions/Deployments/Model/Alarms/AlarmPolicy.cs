namespace Sluice.Deployments.Model.Alarms;

/// <summary>What watches a deployment.</summary>
/// <param name="Names">Existing alarms that are watched.</param>
public sealed record AlarmPolicy(IReadOnlyList<string> Names)
{
    /// <summary>The longest that alarms are watched after all traffic is moved: two days, which the bakes may take together.</summary>
    public const int LongestBakeSeconds = 172_800;

    /// <summary>Nothing watches it.</summary>
    public static AlarmPolicy None { get; } = new([]);

    /// <summary>Whether it goes on when CloudWatch cannot be read (<c>ignorePollAlarmFailure</c>).</summary>
    public bool IgnoresPollFailure { get; init; }

    /// <summary>What an alarm without data means; the own alarm takes no data for no failure.</summary>
    public InsufficientData InsufficientData { get; init; }

    /// <summary>How long alarms are watched on after all traffic is moved, in seconds; 0 is not at all.</summary>
    public int FinalBakeSeconds { get; init; }

    /// <summary>
    /// By CodeDeploy's configuration: that of the group, or the one of the deployment that overrides it (without alarms a fix ships though an alarm fires).
    /// </summary>
    public static AlarmPolicy Of(AlarmConfiguration? configuration) => configuration is not { Enabled: true } ? None : None with
    {
        Names = [.. (configuration.Alarms ?? []).Select(alarm => alarm.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
        IgnoresPollFailure = configuration.IgnorePollAlarmFailure ?? false,
        InsufficientData = configuration.InsufficientData switch
        {
            Shapes.InsufficientData.WAIT => InsufficientData.Wait,
            Shapes.InsufficientData.STOP => InsufficientData.Stop,
            _ => InsufficientData.Continue,
        },
        FinalBakeSeconds = configuration.BakeSeconds ?? 0,
    };

    /// <summary>What is wrong with our own fields of a configuration.</summary>
    public static IEnumerable<string> Faults(AlarmConfiguration configuration, string member)
    {
        if (configuration.BakeSeconds is < 0 or > LongestBakeSeconds)
        {
            yield return $"{member}.bakeSeconds: 0 to {LongestBakeSeconds} was expected, not {configuration.BakeSeconds}";
        }
    }
}
