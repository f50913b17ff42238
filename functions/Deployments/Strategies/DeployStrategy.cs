using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Strategies;

/// <summary>
/// How traffic is moved, as a name: <c>AllAtOnce</c>, <c>Steps.10@5s,50@5m,75@pause</c> (percent@bake, strictly rising, all traffic after the last),
/// <c>Equal.7@1m</c> (seven equal steps, the last of them all traffic), or one of CodeDeploy's such as
/// <c>CodeDeployDefault.LambdaCanary10Percent5Minutes</c>. All of them are names that CodeDeploy's pattern for configuration names allows.
/// </summary>
internal static partial class DeployStrategy
{
    public const string Expected =
        "'AllAtOnce', 'Steps.10@5m,50@pause' (percent from 0.1 to 99.9, strictly rising, each with its bake in s, m or h, or 'pause'), 'Equal.7@1m' (equal steps) "
        + "or a CodeDeploy name such as 'CodeDeployDefault.LambdaCanary10Percent5Minutes'";

    private const string StepsPrefix = "Steps.";
    private const string EqualPrefix = "Equal.";
    private const string LambdaPrefix = "CodeDeployDefault.Lambda";
    private const string Pause = "pause";

    /// <summary>Whether a configuration's name says its steps itself, so that none of this name can be made.</summary>
    public static bool IsSpelledOut(string name) =>
        name.StartsWith(StepsPrefix, StringComparison.Ordinal) || name.StartsWith(EqualPrefix, StringComparison.Ordinal);

    /// <summary>The steps before all traffic is moved; what is wrong is added to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<TrafficStep> Read(string text, ICollection<string> faults)
    {
        if (IsSpelledOut(text))
        {
            return SpelledOut(text, faults);
        }

        // SAM's DeploymentPreference leaves out what is common to all names.
        return text == "AllAtOnce" ? []
            : (PredefinedConfigurations.Find(text) ?? PredefinedConfigurations.Find(LambdaPrefix + text)) is { } known ? known.Routing.Steps()
            : Unknown(text, faults);
    }

    private static IReadOnlyList<TrafficStep> SpelledOut(string text, ICollection<string> faults)
    {
        var found = new List<string>();
        var steps = text.StartsWith(StepsPrefix, StringComparison.Ordinal) ? Steps(text[StepsPrefix.Length..], found) : Equal(text[EqualPrefix.Length..], found);
        foreach (var fault in found.Concat(StepRules.Faults(steps)))
        {
            faults.Add(fault);
        }

        return steps;
    }

    private static List<TrafficStep> Steps(string list, List<string> faults)
    {
        var steps = new List<TrafficStep>();
        foreach (var part in list.Split(','))
        {
            if (StepForm().Match(part) is { Success: true } match && Bake(match) is { } seconds)
            {
                steps.Add(new TrafficStep(decimal.Parse(match.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture), seconds) { Pause = IsPause(match) });
            }
            else
            {
                faults.Add($"'{part}' is not a step; expected percent@bake such as 10@5m, 12.5@30s or 50@pause");
            }
        }

        return steps;
    }

    private static IReadOnlyList<TrafficStep> Equal(string text, List<string> faults)
    {
        if (EqualForm().Match(text) is { Success: true } match && Bake(match) is { } seconds
            && int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= EqualSteps.Most and var count)
        {
            return EqualSteps.Of(count, seconds, IsPause(match));
        }

        faults.Add($"'{text}' is no number of equal steps with their bake; expected 1 to {EqualSteps.Most} such as 7@1m or 4@pause");
        return [];
    }

    private static IReadOnlyList<TrafficStep> Unknown(string text, ICollection<string> faults)
    {
        faults.Add($"'{text}' is no strategy; expected {Expected}{NearMiss.Suggestion(text, PredefinedConfigurations.All.Select(known => known.Name))}");
        return [];
    }

    private static bool IsPause(Match match) => match.Groups["bake"].ValueSpan.SequenceEqual(Pause);

    private static int? Bake(Match match) => IsPause(match) ? 0 : BakeTime.Seconds(match.Groups["bake"].Value);

    [GeneratedRegex("^(?<percent>[0-9]{1,3}(\\.[0-9]{1,3})?)@(?<bake>[0-9]{1,5}[smh]|pause)\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StepForm();

    [GeneratedRegex("^(?<count>[0-9]{1,4})@(?<bake>[0-9]{1,5}[smh]|pause)\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EqualForm();
}
