using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>A pipeline as it stands, for people: its newest run, and below it stages, what runs in them, and what waits.</summary>
internal static class StatusRows
{
    private static readonly string[] Headings = ["STAGE", "STATUS", "SINCE", ""];

    public static IEnumerable<Row> Of(PipelineView view, Look look, DateTimeOffset now)
    {
        yield return Head(view, now);
        if (view.PipelineExecutionSummaries is [{ Status: not PipelineExecutionStatus.Succeeded, StatusSummary: { Length: > 0 } says }, ..])
        {
            yield return new Row(new Span("  " + says.Split('\n')[0], Tone.Warning));
        }

        var cells = (view.State.StageStates ?? []).SelectMany(stage => OfStage(stage, view, now)).ToList();
        foreach (var row in TextTable.Of(Headings, cells, look.Width))
        {
            yield return row;
        }

        foreach (var row in view.Approvals.SelectMany(approval => ApprovalRows.Of(approval, now)))
        {
            yield return row;
        }
    }

    private static Row Head(PipelineView view, DateTimeOffset now) => view.PipelineExecutionSummaries is not [var run, ..]
        ? new Row(new Span(view.State.PipelineName!, Tone.Strong), new Span("  has had no run yet"))
        : new Row(
            new Span(view.State.PipelineName!, Tone.Strong), new Span($"  run {ShortIds.Of(run.PipelineExecutionId!)} "), Statuses.Of(run.Status?.ToString()),
            new Span($", started {Moments.Ago(run.StartTime, now)} by {RunTexts.Trigger(run)}, took {RunTexts.Took(run, now)}"), new Span($"  {RunTexts.Revision(run)}", Tone.Quiet));

    private static IEnumerable<IReadOnlyList<Span>> OfStage(StageState stage, PipelineView view, DateTimeOffset now)
    {
        var holder = stage.LatestExecution is { } latest ? $"run {ShortIds.Of(latest.PipelineExecutionId)}" : "";
        yield return [new(stage.StageName!, Tone.Strong), Statuses.Of(stage.LatestExecution?.Status.ToString()), new(""), new(holder, Tone.Quiet)];
        foreach (var cells in stage.ActionStates?.SelectMany(action => OfAction(stage, action, view, now)) ?? [])
        {
            yield return cells;
        }

        foreach (var cells in Waits(stage, now).Concat(Conditions(stage)))
        {
            yield return cells;
        }
    }

    private static IEnumerable<IReadOnlyList<Span>> OfAction(StageState stage, ActionState action, PipelineView view, DateTimeOffset now)
    {
        var latest = action.LatestExecution;
        yield return [new($"  {action.ActionName}"), Statuses.Of(latest?.Status?.ToString()), new(Moments.Ago(latest?.LastStatusChange, now)), new(Summary(latest), latest?.ErrorDetails is null ? Tone.Plain : Tone.Bad)];
        if (latest?.Status != ActionExecutionStatus.InProgress)
        {
            yield break;
        }

        foreach (var cells in view.Deployments.Where(deployment => deployment.DeploymentInfo.DeploymentGroupName == stage.StageName).SelectMany(DeploymentRows.Of))
        {
            yield return cells;
        }
    }

    private static string Summary(ActionExecution? latest) => LineLayout.ShortHashes(latest?.ErrorDetails?.Message ?? latest?.Summary ?? latest?.ExternalExecutionId ?? "").Split('\n')[0];

    private static IEnumerable<IReadOnlyList<Span>> Waits(StageState stage, DateTimeOffset now)
    {
        if (stage.InboundTransitionState is { Enabled: false } closed)
        {
            yield return [new("  transition"), new("disabled", Tone.Warning), new(Moments.Ago(closed.LastChangedAt, now)), new($"by {closed.LastChangedBy}: {closed.DisabledReason}")];
        }

        foreach (var run in stage.InboundExecutions ?? [])
        {
            yield return [new("  waits"), new("run " + ShortIds.Of(run.PipelineExecutionId), Tone.Warning), new(""), new("to come into the stage")];
        }
    }

    private static IEnumerable<IReadOnlyList<Span>> Conditions(StageState stage) =>
        from condition in new[] { ("before entry", stage.BeforeEntryConditionState), ("on success", stage.OnSuccessConditionState), ("on failure", stage.OnFailureConditionState) }
        where condition.Item2?.LatestExecution is not null
        select (IReadOnlyList<Span>)[new($"  {condition.Item1}"), Statuses.Of(condition.Item2!.LatestExecution!.Status?.ToString()), new(""), new(condition.Item2.LatestExecution.Summary ?? "")];
}
