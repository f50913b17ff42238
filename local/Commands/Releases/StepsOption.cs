using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Releases;

/// <summary>Reads <c>--steps 10:5s,50:5s</c>: a rising percentage and how long it is watched, with 100 % at the end.</summary>
internal static partial class StepsOption
{
    public const string Expected = "expected rising percentages with a time each, such as 10:5s,50:2m or 10:5s,50:2m,100:1m, or 'none' for all traffic at once";

    /// <summary>The strategy in the form that deployments know, e.g. <c>Steps.10@5s,50@5s</c>, and how many seconds all traffic is watched, if it is.</summary>
    /// <exception cref="UsageException">The text is no list of steps.</exception>
    public static (string Strategy, int? FinalBake) Read(string text)
    {
        if (string.Equals(text, "none", StringComparison.Ordinal))
        {
            return ("AllAtOnce", null);
        }

        var steps = text.Split(',').Select(Step).ToList();
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.First.Percent >= pair.Second.Percent))
        {
            throw new UsageException($"--steps {text}: the percentages do not rise; {Expected}.");
        }

        int? last = steps[^1].Percent == 100 ? TimeOption.Seconds("--steps", steps[^1].Bake) : null;
        var before = steps.Where(step => step.Percent < 100).ToList();
        return (before.Count == 0 ? "AllAtOnce" : "Steps." + string.Join(',', before.Select(step => $"{step.Percent.ToString(CultureInfo.InvariantCulture)}@{step.Bake}")), last);

        (decimal Percent, string Bake) Step(string step) =>
            Form().Match(step.Trim()) is { Success: true } match && decimal.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) is > 0 and <= 100 and var percent
                ? (percent, match.Groups["bake"].Value)
                : throw new UsageException($"--steps {text}: '{step}' is no step; {Expected}.");
    }

    [GeneratedRegex(@"^(?<percent>\d{1,3}(\.\d{1,2})?)%?:(?<bake>[1-9]\d{0,5}[smh])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
