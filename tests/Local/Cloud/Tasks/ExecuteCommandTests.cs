using System.Text.Json.Nodes;
using Sluice.Local.Tests.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks;

/// <summary>Tasks that run are listed, described and let into, as ECS does it.</summary>
public sealed class ExecuteCommandTests
{
    private const string Invalid = "Ecs.InvalidParameterException";

    [Fact]
    public async Task A_task_is_listed_in_its_cluster_while_it_runs()
    {
        await using var server = await SessionServer.StartAsync();

        server.TaskArn.ShouldStartWith("arn:aws:ecs:us-east-1:000000000000:task/builds/");
        (await ListAsync(server, new { Cluster = "builds" })).ShouldBe([server.TaskArn]);
        (await ListAsync(server, new { Cluster = "arn:aws:ecs:us-east-1:000000000000:cluster/builds", Family = "runner", StartedBy = "AWS Step Functions", MaxResults = 1 })).ShouldBe([server.TaskArn]);
        (await ListAsync(server, new { })).ShouldBeEmpty();
        (await ListAsync(server, new { Cluster = "builds", DesiredStatus = "STOPPED" })).ShouldBeEmpty();
        (await ListAsync(server, new { Cluster = "builds", Family = "other" })).ShouldBeEmpty();
        (await ListAsync(server, new { Cluster = "builds", StartedBy = "me" })).ShouldBeEmpty();

        await server.EndTaskAsync();
        (await ListAsync(server, new { Cluster = "builds" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_described_with_its_group()
    {
        await using var server = await SessionServer.StartAsync();

        var answer = await server.Cloud.CallAsync("ecs:describeTasks", new { Cluster = "builds", Tasks = new[] { server.TaskArn, "nothing" } });

        var task = answer["Tasks"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)task["Group"]!, (string)task["StartedBy"]!, (string)task["LastStatus"]!, (bool)task["EnableExecuteCommand"]!).ShouldBe(("b-1", "AWS Step Functions", "RUNNING", true));
        answer["Failures"]![0]!.ToJsonString().ShouldBe("""{"Arn":"arn:aws:ecs:us-east-1:000000000000:task/builds/nothing","Reason":"MISSING"}""");
    }

    [Fact]
    public async Task A_command_gets_a_session_on_the_suites_own_server()
    {
        await using var server = await SessionServer.StartAsync();

        var answer = await server.Cloud.CallAsync("ecs:executeCommand", new { Cluster = "builds", Task = server.TaskArn, Container = "main", Command = "sh", Interactive = true });

        ((string)answer["ContainerName"]!, (bool)answer["Interactive"]!, (string)answer["TaskArn"]!).ShouldBe(("main", true, server.TaskArn));
        var id = (string)answer["Session"]!["SessionId"]!;
        id.ShouldStartWith("ecs-execute-command-");
        ((string)answer["Session"]!["StreamUrl"]!).ShouldBe($"ws://127.0.0.1:9/sessions/{id}");
        ((string)answer["Session"]!["TokenValue"]!).Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("{'Task':'nothing'}", "The task 'nothing' does not run in the cluster 'builds'.")]
    [InlineData("{'Cluster':'other'}", "does not run in the cluster 'other'.")]
    [InlineData("{'Container':'other'}", "The task has no container 'other'; it has 'main'.")]
    [InlineData("{'Interactive':false}", "Interactive must be true")]
    [InlineData("{'Command':null}", "'command'")]
    public async Task What_cannot_be_is_refused(string edit, string says)
    {
        await using var server = await SessionServer.StartAsync();
        var input = new JsonObject { ["Cluster"] = "builds", ["Task"] = server.TaskArn, ["Command"] = "sh", ["Interactive"] = true };
        foreach (var (member, value) in (JsonObject)JsonNode.Parse(edit.Replace('\'', '"'))!)
        {
            input[member] = value?.DeepClone();
        }

        var (error, cause) = await server.Cloud.RefusedAsync("ecs:executeCommand", input);

        (error, cause.Contains(says, StringComparison.Ordinal)).ShouldBe((Invalid, true), cause);
    }

    [Fact]
    public async Task A_task_that_was_not_started_for_it_lets_nobody_in()
    {
        await using var server = await SessionServer.StartAsync(letsIn: false);

        (await server.Cloud.RefusedAsync("ecs:executeCommand", new { Cluster = "builds", Task = server.TaskArn, Command = "sh", Interactive = true }))
            .ShouldBe((Invalid, "The execute command failed because execute command was not enabled when the task was run."));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(SessionServer server, object input) =>
        [.. (await server.Cloud.CallAsync("ecs:listTasks", input))["TaskArns"]!.AsArray().Select(arn => (string)arn!)];
}
