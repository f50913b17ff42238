using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Strategies;

/// <summary>The <c>steps</c> that our <c>CreateDeploymentConfig</c> takes and <c>GetDeploymentConfig</c> answers beside CodeDeploy's members.</summary>
internal static class ConfigurationSteps
{
    /// <summary>More than any percentage, and within what a decimal can hold: what it says is wrong whatever it is.</summary>
    private const double Far = 1e6;

    /// <summary>The steps as they are answered.</summary>
    public static IReadOnlyList<ConfigurationStep> Of(IReadOnlyList<TrafficStep> steps) =>
        [.. steps.Select(step => new ConfigurationStep { Percent = (double)step.Percent, BakeSeconds = step.Pause ? null : step.BakeSeconds, Pause = step.Pause ? true : null })];

    /// <summary>The steps as they are stored; what is wrong is added to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<TrafficStep> Read(IReadOnlyList<ConfigurationStep> given, ICollection<string> faults)
    {
        foreach (var (step, index) in given.Select((step, index) => (step, index)))
        {
            if (step.Percent is null)
            {
                faults.Add($"steps[{index}].percent: is missing; expected 0.1 to 99.9");
            }

            if ((step.Pause ?? false) == step.BakeSeconds is not null)
            {
                faults.Add($"steps[{index}]: either bakeSeconds or pause was expected, not {(step.Pause ?? false ? "both" : "neither")}");
            }
        }

        List<TrafficStep> steps = [.. given.Select(step => new TrafficStep((decimal)Math.Clamp(step.Percent ?? 0, -Far, Far), step.BakeSeconds ?? 0) { Pause = step.Pause ?? false })];
        if (faults.Count == 0)
        {
            StepRules.Faults(steps).ToList().ForEach(faults.Add);
        }

        return steps;
    }
}
