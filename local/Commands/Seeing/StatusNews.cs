using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Tells what is new since the last look: runs, stages, approvals and closed transitions.</summary>
internal sealed class StatusNews(IScreen screen)
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public void Tell(PipelineView view)
    {
        var name = view.State.PipelineName!;
        foreach (var run in view.PipelineExecutionSummaries.Reverse())
        {
            Tell("Run", $"{name}/{run.PipelineExecutionId}", $"{name}: run {ShortIds.Of(run.PipelineExecutionId!)} {run.Status}, {RunTexts.Trigger(run)}  {RunTexts.Revision(run)}", Statuses.Of(run.Status?.ToString()).Tone);
        }

        foreach (var stage in view.State.StageStates ?? [])
        {
            if (stage.LatestExecution is { } latest)
            {
                Tell(stage.StageName!, $"{name}/{stage.StageName}", $"{name}: {latest.Status}, run {ShortIds.Of(latest.PipelineExecutionId)}{Why(stage)}", Statuses.Of(latest.Status.ToString()).Tone);
            }

            if (stage.InboundTransitionState is { Enabled: false } closed)
            {
                Tell("Closed", $"{name}/{stage.StageName}/in", $"{name}: the transition into {stage.StageName} is disabled by {closed.LastChangedBy}: {closed.DisabledReason}", Tone.Warning);
            }
        }

        foreach (var approval in view.Approvals)
        {
            Tell("Approval", approval.Token, $"{name}: {approval.StageName}/{approval.ActionName} waits for approval. {approval.CustomData}\nsluice approve {name} {approval.ActionName}", Tone.Warning);
        }
    }

    private static string Why(Pipelines.Shapes.StageState stage) =>
        stage.ActionStates?.Select(action => action.LatestExecution?.ErrorDetails?.Message).FirstOrDefault(message => message is not null) is { } why ? $": {why}" : "";

    private void Tell(string label, string about, string text, Tone tone)
    {
        if (_told.GetValueOrDefault(about) != text)
        {
            _told[about] = text;
            screen.Line(label, text, tone);
        }
    }
}
