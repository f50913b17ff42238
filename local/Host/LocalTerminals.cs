using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Builds.Sandboxes;
using Sluice.Builds.Shapes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Host;

/// <summary>Terminals in sandboxes by this machine's stand-in for ECS Exec: the same calls as in an account.</summary>
internal sealed class LocalTerminals : ISandboxTerminals
{
    private const string Ecs = "arn:aws:states:::aws-sdk:ecs:";
    private ITaskServices? _cloud;
    private string _cluster = "";

    /// <summary>The stand-ins are made of the services, so they come after this.</summary>
    /// <param name="cloud">They.</param>
    /// <param name="cluster">Where builds run, by the template.</param>
    public void Open(ITaskServices cloud, string cluster) => (_cloud, _cluster) = (cloud, cluster);

    public async Task<SSMSession?> OpenAsync(string buildId, CancellationToken cancellationToken)
    {
        try
        {
            return await TaskOfAsync(buildId, cancellationToken) is { } task ? await ExecuteAsync(task, buildId, cancellationToken) : null;
        }
        catch (TaskFailedException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    /// <summary>There are never more builds at a time here than a page lists.</summary>
    private async Task<string?> TaskOfAsync(string buildId, CancellationToken cancellationToken)
    {
        var arns = (JsonArray)(await CallAsync("ListTasks", new JsonObject(), cancellationToken))["TaskArns"]!;
        var described = arns.Count == 0 ? [] : (JsonArray)(await CallAsync("DescribeTasks", new JsonObject { ["Tasks"] = arns.DeepClone() }, cancellationToken))["Tasks"]!;
        return (string?)described.FirstOrDefault(task => (string?)task!["Group"] == buildId)?["TaskArn"];
    }

    private async Task<SSMSession?> ExecuteAsync(string task, string buildId, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["Task"] = task, ["Command"] = SandboxTerminal.Command(buildId), ["Interactive"] = true };
        var session = (await CallAsync("ExecuteCommand", input, cancellationToken))["Session"]!;
        return new SSMSession { SessionId = (string?)session["SessionId"], StreamUrl = (string?)session["StreamUrl"], TokenValue = (string?)session["TokenValue"] };
    }

    private async Task<JsonNode> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        input["Cluster"] = _cluster;
        var resource = $"{Ecs}{char.ToLowerInvariant(operation[0])}{operation[1..]}";
        return (await _cloud!.CallAsync(new TaskCall(resource, ServicePattern.RequestResponse, input, "sandbox", operation), cancellationToken))!;
    }
}
