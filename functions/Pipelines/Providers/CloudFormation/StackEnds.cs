using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Waits for a stack that CloudFormation works at, and says how it ended.</summary>
internal sealed class StackEnds(ActionArtifacts artifacts)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static ActionResult Success(string id, string message) => new(ActionStatus.Succeeded, id, null, message, new Dictionary<string, ObjectRef>());

    public static Move LookAgain(ActionRequest request, StackProgress progress) =>
        StackCalls.Describe(request, progress with { Looks = progress.Looks + 1 }, Polling.SecondsBefore(progress.Looks + 1));

    public static Move Unseen(ActionRequest request, StackProgress progress, Seen seen) =>
        Move.Fail(progress, $"The stack '{StackCalls.Name(request)}' cannot be seen. {seen.Error?.Describe() ?? "CloudFormation describes none."}");

    /// <summary>Fails when the stack's first fault is known. The stack's events may be more than a machine can be told: then this is how it ends.</summary>
    public static Move Explain(StackProgress progress, string message) =>
        StackCalls.Events(progress with { Phase = StackPhase.Explain, Foreseen = ActionResult.Failed(progress.StackId ?? "", message) });

    public static Move Explained(OwnAction action, StackProgress progress, Seen seen)
    {
        var fault = StackFaults.First(seen, action.Id) ?? progress.Reason;
        return Move.End(progress, progress.Foreseen! with { Message = fault is null ? progress.Foreseen.Message : $"{progress.Foreseen.Message} {fault}" });
    }

    public async Task<Move> WatchedAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        var isDeleting = action.Request.Configuration["ActionMode"] == "DELETE_ONLY";
        var stack = StackView.Of(seen);
        progress = progress with { StackId = stack?.Id ?? progress.StackId };
        if (isDeleting && (stack is { IsDeleted: true } || (stack is null && StackView.IsAbsence(seen.Error))))
        {
            return Move.End(progress, Success(progress.StackId ?? "", "The stack is deleted."));
        }

        return stack switch
        {
            null => Unseen(action.Request, progress, seen),
            { Status: "UPDATE_IN_PROGRESS" } when action.StopReason is not null && !progress.IsCancelled => StackCalls.Cancel(action.Request, progress with { IsCancelled = true, Looks = 0 }),
            { IsBusy: true } => LookAgain(action.Request, stack.GoesBack ? progress with { Reason = stack.Reason ?? progress.Reason } : progress),
            { IsDone: true } when !isDeleting => await SucceededAsync(action, progress, seen, cancellationToken),
            _ => Explain(progress, FailureOf(action, stack)),
        };
    }

    /// <summary>What the stack has put out is for the actions that follow.</summary>
    public async Task<Move> SucceededAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        if (StackView.Of(seen) is not { } stack)
        {
            return Unseen(action.Request, progress, seen);
        }

        var made = await OutputFileAsync(action.Request, stack.Outputs, cancellationToken);
        var message = progress.Phase == StackPhase.Read ? $"No updates are to be performed: the stack is in the state {stack.Status}." : $"The stack is in the state {stack.Status}.";
        return Move.End(progress, Success(stack.Id, message) with { OutputArtifacts = made, OutputVariables = stack.Outputs });
    }

    /// <summary>The action's output artifact, if it names a file for it.</summary>
    public async Task<IReadOnlyDictionary<string, ObjectRef>> OutputFileAsync(ActionRequest request, IReadOnlyDictionary<string, string> outputs, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, ObjectRef>();
        if (request.Configuration.TryGetValue("OutputFileName", out var file) && file.Length > 0)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(new JsonObject(outputs.Select(output => KeyValuePair.Create(output.Key, (JsonNode?)output.Value))), Indented);
            foreach (var name in request.OutputArtifacts)
            {
                made[name] = await artifacts.WriteFileAsync(request, name, file, content, cancellationToken);
            }
        }

        return made;
    }

    private static string FailureOf(OwnAction action, StackView stack)
    {
        var stopped = action.StopReason is { } reason ? $"Stopped: {reason}. " : "";
        return $"{stopped}The stack is in the state {stack.Status}.{(string.IsNullOrEmpty(stack.Reason) ? "" : $" {stack.Reason}")}";
    }
}
