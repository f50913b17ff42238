using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>
/// Reads the <c>Strategy</c> block: <c>Steps</c> of <c>Percent</c> with <c>Bake</c> or <c>Pause</c>, or <c>Equal</c> and <c>Every</c>; and the same under
/// <c>Rollback</c>, where the shares fall.
/// </summary>
internal static class StrategyReader
{
    public static AppSpecStrategy? Read(MappingReader root) => root.OptionalMapping("Strategy", Strategy);

    private static AppSpecStrategy Strategy(MappingReader block)
    {
        var rollback = block.OptionalMapping("Rollback", back => Steps(back, falling: true, required: true));
        return new AppSpecStrategy(Steps(block, falling: false, required: rollback is null), rollback);
    }

    private static IReadOnlyList<TrafficStep>? Steps(MappingReader block, bool falling, bool required)
    {
        var (hasSteps, hasEqual) = (block.Has("Steps"), block.Has("Equal"));
        if (hasSteps == hasEqual)
        {
            if (hasSteps || required)
            {
                block.Fault($"either Steps or Equal with Every was expected, not {(hasSteps ? "both" : "neither")}");
            }

            block.Ignore("Every");
            return null;
        }

        var steps = hasSteps ? Listed(block) : Equal(block, falling);
        var where = hasSteps ? "Steps" : "Equal";
        foreach (var fault in falling ? StepRules.RollbackFaults(steps) : StepRules.Faults(steps))
        {
            block.Fault(where, fault);
        }

        return steps;
    }

    private static IReadOnlyList<TrafficStep> Listed(MappingReader block)
    {
        var steps = block.ListOfMappings("Steps", Step);
        if (steps.Count == 0)
        {
            block.Fault("Steps", "a list of at least one step was expected");
        }

        return [.. steps.OfType<TrafficStep>()];
    }

    // Null for one whose faults are told already, so that they are not told again by what follows from them.
    private static TrafficStep? Step(MappingReader step)
    {
        var percent = step.Required("Percent", "a share from 0.1 to 99.9") ? step.OptionalNumber("Percent") : null;
        var pause = step.OptionalBool("Pause") ?? false;
        var bake = step.OptionalString("Bake");
        if (pause == bake is not null)
        {
            step.Fault($"either Bake or Pause: true was expected, not {(pause ? "both" : "neither")}");
            return null;
        }

        var seconds = pause ? 0 : Seconds(step, "Bake", bake);
        return percent is null || seconds is null ? null : new TrafficStep(percent.Value, seconds.Value) { Pause = pause };
    }

    private static IReadOnlyList<TrafficStep> Equal(MappingReader block, bool falling)
    {
        var count = block.RequiredInt("Equal", 1, EqualSteps.Most);
        var every = block.Required("Every", $"{BakeTime.Expected}, or pause") ? block.OptionalString("Every") ?? "" : "";
        var pause = every == "pause";
        var steps = EqualSteps.Of(count, pause ? 0 : Seconds(block, "Every", every) ?? 1, pause);
        return falling ? [.. steps.Reverse()] : steps;
    }

    private static int? Seconds(MappingReader map, string name, string? text)
    {
        var seconds = BakeTime.Seconds(text ?? "");
        if (seconds is null && text is not (null or ""))
        {
            map.Fault(name, $"{BakeTime.Expected} was expected, not '{(text.Length > 40 ? text[..40] + "…" : text)}'");
        }

        return seconds;
    }
}
