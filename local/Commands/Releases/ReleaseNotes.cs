using Sluice.Deployments.Model.Alarms;

namespace Sluice.Local.Commands.Releases;

/// <summary>What the options of a release mean for what will be known of the new version.</summary>
internal static class ReleaseNotes
{
    /// <param name="choices">How the deployments go.</param>
    /// <param name="rate">How many requests a second the command sends.</param>
    public static IEnumerable<string> Of(DeploymentChoices choices, double rate)
    {
        if (choices is { Alarm: not null, IsStrategyChosen: true, Strategy: "AllAtOnce", FinalBake: null })
        {
            yield return "all traffic at once: the new version is not watched, so no alarm judges it; --steps 100:30s watches it after that";
        }
        else if (choices is { Alarm: not null, TooFew: TooFewRequests.Fail } && rate <= 0)
        {
            yield return $"no requests are sent from here: a step needs {ErrorAlarm.FewestRequests} to the new version from you; --too-few continue goes on without, --alarm none needs none";
        }
    }
}
