using System.Text.Json.Serialization;

namespace Sluice.Deployments.Model.Traffic;

/// <summary>A share of the traffic for the new version and how long that is watched; all traffic follows the last step by itself.</summary>
/// <param name="Percent">0.1 to 99.9, one decimal.</param>
/// <param name="BakeSeconds">Whole seconds from 1; 0 where the step is a pause.</param>
public sealed record TrafficStep(decimal Percent, int BakeSeconds)
{
    /// <summary>Whether it lasts until <c>ContinueDeployment</c> and has no bake of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Pause { get; init; }

    /// <summary>As it is written in a strategy's name, e.g. <c>12.5@5m</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Percent:0.#}@{(Pause ? "pause" : BakeTime.Text(BakeSeconds))}");
}
