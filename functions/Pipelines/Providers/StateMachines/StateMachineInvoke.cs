using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.StateMachines;

/// <summary>Starts an execution of a user's state machine and waits for its end.</summary>
internal sealed class StateMachineInvoke(OwnActions actions, ActionArtifacts artifacts) : ICallingProvider
{
    private const int MostInput = 262_144;

    public IReadOnlyList<string> Serves { get; } = [$"Invoke/{InvokeTypes.StepFunctions}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new ExecutionProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (ExecutionProgress)action.Progress;
        return seen.Call switch
        {
            null => action.StopReason is { } reason ? Move.Fail(progress, $"Stopped: {reason}") : await BeginAsync(action, progress, cancellationToken),
            "StartExecution" => Started(action, progress, seen),
            _ => await LookedAsync(action, progress, seen, cancellationToken),
        };
    }

    private async Task<Move> BeginAsync(OwnAction action, ExecutionProgress progress, CancellationToken cancellationToken)
    {
        var configuration = action.Request.Configuration;
        var input = configuration.GetValueOrDefault("InputType") == "FilePath"
            ? Encoding.UTF8.GetString(await artifacts.ReadFileAsync(action.Request, action.Request.InputArtifacts.Keys.First(), configuration.GetValueOrDefault("Input", ""), MostInput, cancellationToken))
            : configuration.GetValueOrDefault("Input", "{}");
        var parameters = new JsonObject { ["StateMachineArn"] = configuration["StateMachineArn"], ["Name"] = ExecutionArns.Name(action.Request), ["Input"] = input };
        return Move.Call(progress, "StartExecution", parameters);
    }

    /// <summary>The name is the action's own, so one that is there already is this one.</summary>
    private static Move Started(OwnAction action, ExecutionProgress progress, Seen seen)
    {
        if (seen.Error is { } error && !(error.Error ?? "").EndsWith("ExecutionAlreadyExistsException", StringComparison.Ordinal))
        {
            return Move.Fail(progress, $"The execution was not started. {error.Describe()}");
        }

        var arn = (string?)seen.Output?["executionArn"] ?? ExecutionArns.Of(action.Request);
        return Look(progress with { ExecutionArn = arn });
    }

    private async Task<Move> LookedAsync(OwnAction action, ExecutionProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        if (seen.Error is { } error)
        {
            return Move.Fail(progress, $"What became of the execution {progress.ExecutionArn} cannot be seen. {error.Describe()}");
        }

        var status = (string?)seen.Output?["Status"];
        return seen.Call == "StopExecution" || status is null ? Look(progress)
            : status != "RUNNING" ? Move.End(progress, await ResultAsync(action, progress, seen.Output!, status, cancellationToken))
            : action.StopReason is { } reason && progress.Looks > 0
                ? Move.Call(progress with { Looks = 0 }, "StopExecution", new JsonObject { ["ExecutionArn"] = progress.ExecutionArn, ["Error"] = "Stopped", ["Cause"] = reason })
                : Look(progress with { Looks = progress.Looks + 1 });
    }

    private static Move Look(ExecutionProgress progress) =>
        Move.Call(progress, "DescribeExecution", new JsonObject { ["ExecutionArn"] = progress.ExecutionArn }, Polling.SecondsBefore(progress.Looks));

    private async Task<ActionResult> ResultAsync(OwnAction action, ExecutionProgress progress, JsonNode execution, string status, CancellationToken cancellationToken)
    {
        var output = (string?)execution["Output"] ?? "";
        if (status != "SUCCEEDED")
        {
            var why = string.Join(": ", new[] { (string?)execution["Error"], (string?)execution["Cause"] }.Where(text => !string.IsNullOrEmpty(text)));
            return ActionResult.Failed(progress.ExecutionArn!, $"The execution ended {status}.{(why.Length > 0 ? $" {why}" : "")}");
        }

        var made = new Dictionary<string, Platform.Objects.ObjectRef>();
        foreach (var name in action.Request.OutputArtifacts)
        {
            made[name] = await artifacts.WriteFileAsync(action.Request, name, "output.json", Encoding.UTF8.GetBytes(output), cancellationToken);
        }

        return new ActionResult(ActionStatus.Succeeded, progress.ExecutionArn!, null, null, made) { OutputVariables = Variables(action, progress, output) };
    }

    /// <summary>The ARNs, and what stands at the top of the output.</summary>
    private static Dictionary<string, string> Variables(OwnAction action, ExecutionProgress progress, string output)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, value) in JsonNode.Parse(output) as JsonObject ?? [])
            {
                variables[name] = value is JsonValue single && single.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "";
            }
        }
        catch (JsonException)
        {
            // It need not be a document.
        }

        variables["ExecutionArn"] = progress.ExecutionArn!;
        variables["StateMachineArn"] = action.Request.Configuration["StateMachineArn"];
        return variables;
    }
}
