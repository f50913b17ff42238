using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Sluice.Builds.Shapes;
using Sluice.Lambdas.Builds;
using Task = System.Threading.Tasks.Task;

namespace Sluice.Lambdas.Tests;

public sealed class EcsTerminalsTests
{
    private const string Build = "11111111-1111-4111-8111-111111111111";
    private readonly IAmazonECS _ecs = Substitute.For<IAmazonECS>();

    [Fact]
    public async Task The_builds_own_task_is_found_among_all_and_let_into()
    {
        Lists(null, "more", ("arn:1", "another", "RUNNING"), ("arn:2", Build, "STOPPED"));
        Lists("more", null, ("arn:3", "family:build", "RUNNING"), ("arn:4", Build, "RUNNING"));
        _ecs.ExecuteCommandAsync(Arg.Any<ExecuteCommandRequest>(), Arg.Any<CancellationToken>())
            .Returns(new ExecuteCommandResponse { Session = new Session { SessionId = "s-1", StreamUrl = "wss://stream", TokenValue = "secret" } });

        (await OpenAsync()).ShouldBe(new SSMSession { SessionId = "s-1", StreamUrl = "wss://stream", TokenValue = "secret" });

        var asked = (ExecuteCommandRequest)_ecs.ReceivedCalls().Single(call => call.GetMethodInfo().Name == nameof(IAmazonECS.ExecuteCommandAsync)).GetArguments()[0]!;
        (asked.Cluster, asked.Task, asked.Interactive).ShouldBe(("builds", "arn:4", true));
        asked.Command.ShouldBe("sh -c 'exec \"${SLUICE_WORKSPACE:-${TMPDIR:-/tmp}}/terminal-11111111-1111-4111-8111-111111111111\"'");
    }

    [Fact]
    public async Task Without_a_task_nobody_is_let_in()
    {
        Lists(null, null);
        (await OpenAsync()).ShouldBeNull();

        Lists(null, null, ("arn:1", "another", "RUNNING"), ("arn:2", Build, "PENDING"));
        (await OpenAsync()).ShouldBeNull();
        await _ecs.DidNotReceive().ExecuteCommandAsync(Arg.Any<ExecuteCommandRequest>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Nor_where_what_lets_in_does_not_run()
    {
        Exception[] refusals = [new TargetNotConnectedException("The execute command agent is not connected."), new AmazonECSException("Execute command was not enabled.", "InvalidParameterException", HttpStatusCode.BadRequest)];
        Lists(null, null, ("arn:1", Build, "RUNNING"));
        foreach (var refusal in refusals)
        {
            _ecs.ExecuteCommandAsync(Arg.Any<ExecuteCommandRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(refusal);
            (await OpenAsync()).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_right_that_is_missing_is_a_fault_and_no_refusal()
    {
        _ecs.ListTasksAsync(Arg.Any<ListTasksRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(new AmazonECSException("no", "AccessDeniedException", HttpStatusCode.BadRequest));

        (await Should.ThrowAsync<AmazonECSException>(OpenAsync)).ErrorCode.ShouldBe("AccessDeniedException");
    }

    private void Lists(string? page, string? next, params (string Arn, string Group, string Status)[] tasks)
    {
        string[] arns = [.. tasks.Select(task => task.Arn)];
        _ecs.ListTasksAsync(Arg.Is<ListTasksRequest>(asked => asked.Cluster == "builds" && asked.NextToken == page), Arg.Any<CancellationToken>())
            .Returns(new ListTasksResponse { TaskArns = [.. arns], NextToken = next });
        _ecs.DescribeTasksAsync(Arg.Is<DescribeTasksRequest>(asked => asked.Cluster == "builds" && asked.Tasks.SequenceEqual(arns)), Arg.Any<CancellationToken>())
            .Returns(new DescribeTasksResponse { Tasks = [.. tasks.Select(task => new Amazon.ECS.Model.Task { TaskArn = task.Arn, Group = task.Group, LastStatus = task.Status })] });
    }

    private Task<SSMSession?> OpenAsync() => new EcsTerminals(_ecs, "builds").OpenAsync(Build, TestContext.Current.CancellationToken);
}
