using System.Globalization;
using System.Text.Json;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;
using Sluice.Local.Host;
using Sluice.Platform.Json;

namespace Sluice.Local.Commands.Releases;

/// <summary>Says how a release ended.</summary>
internal static class ReportWriter
{
    /// <param name="report">What happened.</param>
    /// <param name="screen">Gets it in words.</param>
    /// <param name="scripts">Gets it as one line of JSON, if there is somebody who wants that.</param>
    public static void Write(ReleaseReport report, IScreen screen, TextWriter? scripts)
    {
        screen.Line("Released", $"{report.Outcome}, commit {report.Commit?[..7]}{(report is { IsTold: false, Message: { Length: > 0 } message } ? $": {message}" : "")}", ToneOf(report.Outcome));
        if (report.Requests > 0)
        {
            screen.Line("Requests", Requests(report), report.FailedRequests > 0 ? Tone.Warning : Tone.Plain);
        }

        foreach (var (version, error) in report.Versions.SelectMany(entry => entry.Value.Errors.Select(error => (entry.Key, error))))
        {
            screen.Line("Failed", TallyText.Of(version, error), Tone.Warning);
        }

        if (report.AlarmToRestoredMs is { } milliseconds)
        {
            screen.Line("Rollback", string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms from the alarm to all traffic back"));
        }

        screen.Line("Cost", Cost(report), Tone.Quiet);
        scripts?.WriteLine(JsonSerializer.Serialize(report, SluiceJson.Options));
    }

    public static Tone ToneOf(string outcome) => outcome switch
    {
        "Succeeded" => Tone.Good,
        "RolledBack" => Tone.Warning,
        _ => Tone.Bad,
    };

    private static string Requests(ReleaseReport report) =>
        TallyText.Of(report.Versions)
        + (report.FailedRequests > 0 ? $"; {report.FailedRequests} of {report.Requests} failed, all traffic at once would have made it {report.FailedIfAllAtOnce}" : "");

    private static string Cost(ReleaseReport report)
    {
        var total = report.Transitions.Values.Sum();
        var parts = string.Join(", ", report.Transitions.Where(entry => entry.Value > 0).Select(entry => $"{entry.Key} {entry.Value}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Plurals.Of(total, "state transition")} ({parts}) in {report.Seconds:0.0} s; in AWS they would be ${total * TransitionCounter.Price:0.######}");
    }
}
