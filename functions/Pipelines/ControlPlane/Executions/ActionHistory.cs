using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What was done for the runs of a pipeline.</summary>
internal sealed class ActionHistory(RunHistory history, RunScopes scopes, ActionNotes notes, MadeTypes types)
{
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<(IReadOnlyList<ActionExecutionDetail> Page, string? NextToken)> ReadAsync(string pipeline, HistoryFilter filter, string? token, int? most, CancellationToken cancellationToken)
    {
        var (page, next) = await history.ReadAsync(pipeline, filter, token, most, run => Actions(run, filter.IsLatest), cancellationToken);
        var details = new List<ActionExecutionDetail>();
        foreach (var run in page.GroupBy(found => found.Run.PipelineExecutionId))
        {
            var (record, declared) = (run.First().Run, run.First().Pipeline);
            var (given, scope) = await scopes.OfAsync(record, declared, cancellationToken);
            var made = await types.OfAsync(declared, cancellationToken);
            foreach (var (_, _, (stage, action)) in run)
            {
                var told = new ToldAction(record, stage.StageName, declared.Stage(stage.StageName).Action(action.ActionName), action)
                {
                    Variables = action.HasVariables ? given.GetValueOrDefault(action.ActionExecutionId) : null,
                };
                details.Add(ActionDetails.Of(told with { Note = await notes.OfAsync(told.Declared, action, cancellationToken) }, scope, made));
            }
        }

        return (details, next);
    }

    private static IEnumerable<(RunStage Stage, RunAction Action)> Actions(PipelineRun run, bool latest) =>
        run.Stages.SelectMany(stage => (latest ? stage.Current : stage.Actions).Select(action => (stage, action)));
}
