using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Strategies;

/// <summary>What a list of steps must keep to, wherever it was written.</summary>
internal static class StepRules
{
    private const int LongestSeconds = 2880 * 60;

    /// <summary>All that is wrong, each in words of its own.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<TrafficStep> steps) =>
        [.. steps.SelectMany(Step), .. Order(steps, falling: false), .. Whole(steps)];

    /// <summary>The same for a way back: the new version's shares fall, and nobody is waited for.</summary>
    public static IEnumerable<string> RollbackFaults(IReadOnlyList<TrafficStep> steps) =>
        [
            .. steps.SelectMany(Step),
            .. Order(steps, falling: true),
            .. Whole(steps),
            .. steps.Where(step => step.Pause).Select(step => $"the way back cannot pause at {Text(step)} %: a stopped version would keep its traffic until someone comes"),
        ];

    private static IEnumerable<string> Step(TrafficStep step)
    {
        if (step.Percent is < 0.1m or > 99.9m)
        {
            yield return $"{Text(step)} % is no step; expected 0.1 to 99.9 (all traffic follows the last step by itself)";
        }
        else if (decimal.Round(step.Percent, 1) != step.Percent)
        {
            yield return FormattableString.Invariant($"{step.Percent} % has more than one decimal; expected 0.1 to 99.9 with one decimal at most");
        }

        if (!step.Pause && step.BakeSeconds < 1)
        {
            yield return "a bake of 0 watches nothing; expected at least 1s";
        }
    }

    private static IEnumerable<string> Order(IReadOnlyList<TrafficStep> steps, bool falling) =>
        steps.Zip(steps.Skip(1))
            .Where(pair => falling ? pair.Second.Percent >= pair.First.Percent : pair.Second.Percent <= pair.First.Percent)
            .Select(pair => $"{Text(pair.Second)} % follows {Text(pair.First)} %; expected strictly {(falling ? "falling" : "rising")} percentages");

    private static IEnumerable<string> Whole(IReadOnlyList<TrafficStep> steps)
    {
        if (steps.Count >= EqualSteps.Most)
        {
            yield return $"{steps.Count} steps; expected at most {EqualSteps.Most}, all traffic counted";
        }

        if (steps.Sum(step => (long)step.BakeSeconds) > LongestSeconds)
        {
            yield return "the bakes take longer than 2880 minutes together, CodeDeploy's limit";
        }
    }

    private static string Text(TrafficStep step) => FormattableString.Invariant($"{step.Percent:0.#}");
}
