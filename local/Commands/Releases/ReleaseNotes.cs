using Sluice.Deployments.Alarms;

namespace Sluice.Local.Commands.Releases;

/// <summary>What the options of a release mean for what will be known of the new version.</summary>
internal static class ReleaseNotes
{
    public static IEnumerable<string> Of(ReleaseOptions options)
    {
        var choices = options.Choices;
        if (choices is { Alarm: not null, IsStrategyChosen: true, Strategy: "AllAtOnce", FinalBake: null })
        {
            yield return "all traffic at once: the new version is not watched, so no alarm judges it; --steps 100:30s watches it after that";
        }
        else if (choices.Alarm is not null && options.Rate <= 0)
        {
            yield return $"no requests are sent (--rate 0): a step needs {ErrorAlarm.FewestRequests} to the new version from you; --too-few continue goes on without, --alarm none needs none";
        }
    }
}
