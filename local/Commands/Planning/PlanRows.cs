using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Planning;

/// <summary>What a start would do, for people.</summary>
internal static class PlanRows
{
    private const int RevisionDigits = 12;
    private static readonly string[] Headings = ["STAGE", "DOES", "WITH"];

    public static IEnumerable<Row> Of(RunPlan plan, int width)
    {
        yield return new Row(new Span(plan.PipelineName, Tone.Strong), new Span($"  version {plan.PipelineVersion}, {plan.ExecutionMode}; a start now would take"));
        foreach (var source in plan.Sources)
        {
            yield return new Row(new Span($"  {source.ActionName}  "), new Span(source.Revision is { } revision ? $"{ShortIds.Of(revision, RevisionDigits)}  " : "", Tone.Strong), new Span(source.Note, Tone.Quiet));
        }

        foreach (var variable in plan.Variables)
        {
            yield return new Row(new Span($"  {variable.Name}={variable.Value}  "), new Span(variable.IsGiven ? "as given" : "its default", Tone.Quiet));
        }

        foreach (var row in TextTable.Of(Headings, [.. plan.Stages.SelectMany((stage, place) => Of(stage, place, plan))], width))
        {
            yield return row;
        }
    }

    private static IEnumerable<IReadOnlyList<Span>> Of(PlannedStage stage, int place, RunPlan plan)
    {
        yield return [new(stage.StageName, Tone.Strong), new(After(stage, place, plan), Tone.Quiet), Entry(stage.Entry)];
        foreach (var rule in stage.Rules)
        {
            yield return [new($"  {rule.Occasion}"), new($"{rule.Provider} {rule.RuleName}"), new(rule.Now ?? Text(rule.Configuration))];
        }

        foreach (var action in stage.Actions)
        {
            yield return [new($"  {action.RunOrder} {action.ActionName}"), new(action.Type), new(action.Note ?? "")];
            foreach (var (key, value) in action.Configuration)
            {
                yield return [new(""), new($"  {key}", Tone.Quiet), new(value.Split('\n')[0])];
            }
        }
    }

    private static Span Entry(PlannedEntry entry) => entry.IsOpen
        ? new Span("enters at once", Tone.Good)
        : new Span($"waits {string.Join("; ", Waits(entry))}", Tone.Warning);

    private static IEnumerable<string> Waits(PlannedEntry entry)
    {
        if (entry.DisabledBy is not null)
        {
            yield return $"for the transition, which is disabled by {entry.DisabledBy}{(entry.DisabledReason is { } why ? $": {why}" : "")}";
        }

        if (entry.Behind is { } holder)
        {
            yield return $"behind run {ShortIds.Of(holder)}";
        }

        foreach (var run in entry.Ahead)
        {
            yield return $"after run {ShortIds.Of(run)}";
        }

        foreach (var run in entry.Supersedes)
        {
            yield return $"supersedes run {ShortIds.Of(run)}";
        }
    }

    // The one above it needs no word.
    private static string After(PlannedStage stage, int place, RunPlan plan) => place == 0 || stage.Needs is [var one] && one == plan.Stages[place - 1].StageName ? "" : $"after {string.Join(", ", stage.Needs)}";

    private static string Text(IReadOnlyDictionary<string, string> configuration) => string.Join(", ", configuration.Select(key => $"{key.Key}={key.Value}"));
}
