using Sluice.Deployments.Model.Traffic;
using Routing = Sluice.Deployments.Shapes.TrafficRoutingType;

namespace Sluice.Deployments.Strategies;

/// <summary>CodeDeploy's <c>trafficRoutingConfig</c>: the two ways that it has, what it must keep to, and the steps that it means.</summary>
internal static class TrafficRouting
{
    private const string Canary = "timeBasedCanary";
    private const string Linear = "timeBasedLinear";

    /// <summary>All at once.</summary>
    public static TrafficRoutingConfig Whole { get; } = new() { Type = Routing.AllAtOnce };

    /// <summary>One share, then the rest.</summary>
    public static TrafficRoutingConfig OfCanary(int percent, int minutes) =>
        new() { Type = Routing.TimeBasedCanary, TimeBasedCanary = new TimeBasedCanary { CanaryPercentage = percent, CanaryInterval = minutes } };

    /// <summary>Equal shares.</summary>
    public static TrafficRoutingConfig OfLinear(int percent, int minutes) =>
        new() { Type = Routing.TimeBasedLinear, TimeBasedLinear = new TimeBasedLinear { LinearPercentage = percent, LinearInterval = minutes } };

    /// <summary>The steps before all traffic of a configuration without <see cref="Faults"/>.</summary>
    public static IReadOnlyList<TrafficStep> Steps(this TrafficRoutingConfig config) => config switch
    {
        { TimeBasedCanary: { } canary } => [new TrafficStep(canary.CanaryPercentage!.Value, canary.CanaryInterval!.Value * 60)],
        { TimeBasedLinear: { } linear } =>
            [.. Enumerable.Range(1, 99 / linear.LinearPercentage!.Value).Select(n => new TrafficStep(n * linear.LinearPercentage.Value, linear.LinearInterval!.Value * 60))],
        _ => [],
    };

    /// <summary>What is wrong with it by CodeDeploy's rules; empty if nothing is.</summary>
    public static IReadOnlyList<string> Faults(this TrafficRoutingConfig config) => (config.Type ?? Routing.AllAtOnce) switch
    {
        Routing.TimeBasedCanary =>
            [.. Part(Canary, config.TimeBasedCanary?.CanaryPercentage, config.TimeBasedCanary?.CanaryInterval, "canary"), .. Foreign(config, Linear, config.TimeBasedLinear)],
        Routing.TimeBasedLinear =>
            [.. Part(Linear, config.TimeBasedLinear?.LinearPercentage, config.TimeBasedLinear?.LinearInterval, "linear"), .. Foreign(config, Canary, config.TimeBasedCanary)],
        _ => [.. Foreign(config, Canary, config.TimeBasedCanary), .. Foreign(config, Linear, config.TimeBasedLinear)],
    };

    private static IEnumerable<string> Part(string name, int? percentage, int? interval, string prefix)
    {
        if (percentage is null or < 1 or > 99)
        {
            yield return $"{name}.{prefix}Percentage: a whole number from 1 to 99 was expected, not {percentage?.ToString() ?? "nothing"}";
        }

        if (interval is null or < 1)
        {
            yield return $"{name}.{prefix}Interval: a whole number of minutes, at least 1, was expected, not {interval?.ToString() ?? "nothing"}";
        }
        else if (percentage is >= 1 and <= 99 && (long)interval * (name == Linear ? 99 / percentage.Value : 1) > 2880)
        {
            yield return $"{name}.{prefix}Interval: the time from the first shift to the last is longer than 2880 minutes, CodeDeploy's limit";
        }
    }

    private static IEnumerable<string> Foreign(TrafficRoutingConfig config, string name, object? given) =>
        given is null ? [] : [$"{name}: is there, and the type is {config.Type ?? Routing.AllAtOnce}; expected one that agrees with the type"];
}
