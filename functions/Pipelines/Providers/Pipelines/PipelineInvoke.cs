using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>Starts a run of another pipeline. The original has done its work with that; with <c>WaitForCompletion</c> the action ends as the run does.</summary>
internal sealed class PipelineInvoke(OwnActions actions, IPipelineStarts starts, RunOrigins origins, RunWatches watches, PipelineRunStore runs, TimeProvider time) : ICallingProvider
{
    /// <summary>The end of the run wakes it; should that be lost, it looks again.</summary>
    private static readonly TimeSpan LookAfter = TimeSpan.FromHours(1);

    public IReadOnlyList<string> Serves { get; } = [$"Invoke/{InvokeTypes.CodePipeline}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new StartedRunProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (StartedRunProgress)action.Progress;
        return (action.StopReason, progress.PipelineExecutionId, seen.Call) switch
        {
            ({ } reason, null, _) => Move.Fail(progress, $"Stopped: {reason}"),
            ({ } reason, { } run, _) => Move.Fail(progress, $"Stopped: {reason}. The execution {run} of '{Target(action)}' goes on."),
            (_, null, _) => await BeginAsync(action, progress, cancellationToken),
            // What woke it is seen by then, and is not waited for again.
            (_, _, "Park") => Move.Continue(progress),
            var (_, run, _) => Judged(action, progress, (await runs.GetAsync(Target(action), run, cancellationToken)).Value),
        };
    }

    private async Task<Move> BeginAsync(OwnAction action, StartedRunProgress progress, CancellationToken cancellationToken)
    {
        var target = Target(action);
        if (await origins.CircleAsync(action.Request, target, cancellationToken) is { } circle)
        {
            return Move.Fail(progress, $"'{target}' would start itself: {string.Join(" starts ", circle)}.");
        }

        try
        {
            var start = new PipelineStart(target, action.Id, origins.Of(action.Request), List<PipelineVariable>(action, "Variables"), List<SourceRevisionOverride>(action, "SourceRevisions"));
            var begun = progress with { PipelineExecutionId = await starts.StartAsync(start, cancellationToken) };
            if (action.Request.Configuration.GetValueOrDefault("WaitForCompletion") != "true")
            {
                return Move.End(begun, Success(begun, $"The execution {begun.PipelineExecutionId} of '{target}' is started."));
            }

            await watches.AddAsync(begun.PipelineExecutionId, action.Id, time.GetUtcNow(), cancellationToken);
            return Move.Continue(begun);
        }
        catch (PipelineRefusedException e)
        {
            return Move.Fail(progress, $"'{target}' was not started. {e.Message}");
        }
    }

    private static Move Judged(OwnAction action, StartedRunProgress progress, PipelineRun run) => run.Status switch
    {
        PipelineExecutionStatus.InProgress or PipelineExecutionStatus.Stopping => Move.Wait(progress, LookAfter),
        PipelineExecutionStatus.Succeeded => Move.End(progress, Success(progress, $"The execution {run.PipelineExecutionId} of '{Target(action)}' succeeded.")),
        var status => Move.Fail(progress, $"The execution {run.PipelineExecutionId} of '{Target(action)}' ended {status}.{(run.Message is { Length: > 0 } message ? $" {message}" : "")}"),
    };

    private static ActionResult Success(StartedRunProgress progress, string message) =>
        new(ActionStatus.Succeeded, progress.PipelineExecutionId!, null, message, new Dictionary<string, ObjectRef>()) { OutputVariables = new Dictionary<string, string> { ["PipelineExecutionId"] = progress.PipelineExecutionId! } };

    /// <exception cref="ArtifactException">The text is no such list; variables of the pipeline may have been put into it.</exception>
    private static IReadOnlyList<T> List<T>(OwnAction action, string key)
    {
        var text = action.Request.Configuration.GetValueOrDefault(key, "");
        try
        {
            return text.Length == 0 ? [] : JsonSerializer.Deserialize<IReadOnlyList<T>>(text, SluiceJson.Options) ?? [];
        }
        catch (JsonException e)
        {
            throw new ArtifactException($"{key} cannot be read: {e.Message}");
        }
    }

    private static string Target(OwnAction action) => action.Request.Configuration["PipelineName"];
}
