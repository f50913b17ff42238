using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Screens;

/// <summary>What goes on in a run, as a line for who cannot see it change in place.</summary>
/// <param name="Run">Of which run.</param>
/// <param name="Age">How long what it tells has gone on.</param>
/// <param name="IsNews">Whether it is worth a line of its own; else it only ends a silence.</param>
internal sealed record PlainStatus(string Run, string Label, string Text, TimeSpan Age, bool IsNews)
{
    /// <summary>Null if there is nothing to say.</summary>
    public static PlainStatus? Of(LiveRun run, TimeSpan now, bool isOneOfMany)
    {
        if (run.Stages.LastOrDefault(stage => stage.Took is null) is not { } stage)
        {
            return run.Traffic is null ? null : Line("Requests", Watch(run, now), TimeSpan.Zero, !run.Requests.IsEmpty);
        }

        var age = now - stage.Began;
        return run.Traffic is not null
            ? Line("Requests", Watch(run, now), age, !run.Requests.IsEmpty)
            : Line(stage.Name, $"goes on for {Durations.Whole(age)}{(run.BuildLine is { } line ? $": {line.Trim()}" : "")}", age, isNews: false);

        PlainStatus Line(string label, string text, TimeSpan age, bool isNews) => new(run.Id, label, (isOneOfMany ? run.Name + ": " : "") + text, age, isNews);
    }

    private static string Watch(LiveRun run, TimeSpan now)
    {
        var left = run.Traffic!.Until is { } until ? Durations.Left(until - now) : "";
        var requests = run.Requests.IsEmpty ? "none yet" : TallyText.Of(run.Requests);
        return left.Length > 0 ? $"{requests}; {left}" : requests;
    }
}
