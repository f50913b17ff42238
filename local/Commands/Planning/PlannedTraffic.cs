using System.Globalization;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Shapes;
using Sluice.Deployments.Strategies;

namespace Sluice.Local.Commands.Planning;

/// <summary>How a deployment would move traffic, unless its appspec says otherwise.</summary>
internal static class PlannedTraffic
{
    private const decimal All = 100;

    /// <summary>Of the deploy action of CodePipeline's provider <c>Lambda</c>.</summary>
    public static IReadOnlyList<PlannedStep>? Of(IReadOnlyDictionary<string, string> configuration)
    {
        var faults = new List<string>();
        var steps = (configuration.GetValueOrDefault("DeployStrategy") ?? configuration.GetValueOrDefault("DefaultStrategy")) is { } strategy ? DeployStrategy.Read(strategy, faults) : [];
        return faults.Count > 0 ? null : Of(steps);
    }

    /// <summary>Of a deployment group's configuration; null where no traffic is moved, or it is not known.</summary>
    public static IReadOnlyList<PlannedStep>? Of(DeploymentConfigInfo? configuration)
    {
        var faults = new List<string>();
        return configuration switch
        {
            { Steps: { Count: > 0 } own } when ConfigurationSteps.Read(own, faults) is var steps && faults.Count == 0 => Of(steps),
            { TrafficRoutingConfig: { } routing } when TrafficRouting.Faults(routing).Count == 0 => Of(routing.Steps()),
            _ => null,
        };
    }

    /// <summary>E.g. <c>10 % for 5m, then 100 %</c>.</summary>
    public static string Text(IReadOnlyList<PlannedStep> steps) => steps.Count == 1 ? "all traffic at once"
        : string.Join(", ", steps.Select((step, place) => string.Create(CultureInfo.InvariantCulture, $"{(place == steps.Count - 1 ? "then " : "")}{step.Percent:0.#} %{(place == steps.Count - 1 ? "" : step.Seconds is { } seconds ? $" for {BakeTime.Text(seconds)}" : " until 'sluice continue'")}")))
        + (steps.Sum(step => step.Seconds ?? 0) is var sum and > 0 && steps.Count > 2 ? $" ({BakeTime.Text(sum)} in all)" : "");

    private static IReadOnlyList<PlannedStep> Of(IReadOnlyList<TrafficStep> steps) => [.. steps.Select(step => new PlannedStep(step.Percent, step.Pause ? null : step.BakeSeconds)), new PlannedStep(All, null)];
}
