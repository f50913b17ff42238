using Amazon.ECS;
using Amazon.ECS.Model;
using Sluice.BuildContract;
using Sluice.Builds.Sandboxes;
using Sluice.Builds.Shapes;

namespace Sluice.Lambdas.Builds;

/// <summary>
/// Terminals in sandboxes on Fargate, by ECS Exec, which makes sessions of Systems Manager's. The machine has each build's task belong to a group of the build's id: Step Functions says of all tasks that it started them
/// itself, so that they cannot be listed by who did. A sandbox on another compute has no task, and so no terminal.
/// </summary>
internal sealed class EcsTerminals(IAmazonECS ecs, string cluster) : ISandboxTerminals
{
    // The task is gone, or was not started to be let into, or what lets in does not run in it.
    private const string NotLetIn = "InvalidParameterException";

    public async Task<SSMSession?> OpenAsync(string buildId, CancellationToken cancellationToken)
    {
        try
        {
            return await TaskOfAsync(buildId, cancellationToken) is { } task ? Session(await ExecuteAsync(task, buildId, cancellationToken)) : null;
        }
        catch (AmazonECSException e) when (e is TargetNotConnectedException || e.ErrorCode == NotLetIn)
        {
            return null;
        }
    }

    /// <summary>Of a build whose task was begun twice, one has ended.</summary>
    private async Task<string?> TaskOfAsync(string buildId, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await ecs.ListTasksAsync(new ListTasksRequest { Cluster = cluster, NextToken = next }, cancellationToken);
            if (await RunningAsync(page.TaskArns ?? [], buildId, cancellationToken) is { } found)
            {
                return found;
            }

            next = page.NextToken;
        }
        while (next is not null);
        return null;
    }

    private async Task<string?> RunningAsync(List<string> tasks, string buildId, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
        {
            return null;
        }

        var described = await ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = cluster, Tasks = tasks }, cancellationToken);
        return described.Tasks?.Find(task => task.Group == buildId && task.LastStatus == "RUNNING")?.TaskArn;
    }

    private Task<ExecuteCommandResponse> ExecuteAsync(string task, string buildId, CancellationToken cancellationToken) => ecs.ExecuteCommandAsync(
        new ExecuteCommandRequest { Cluster = cluster, Task = task, Command = SandboxTerminal.Command(buildId), Interactive = true }, cancellationToken);

    private static SSMSession? Session(ExecuteCommandResponse answer) =>
        answer.Session is { } session ? new SSMSession { SessionId = session.SessionId, StreamUrl = session.StreamUrl, TokenValue = session.TokenValue } : null;
}
