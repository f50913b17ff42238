using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Cloud.Tasks;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.Tests.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Tasks;

public sealed class RunTaskTests
{
    [Fact]
    public async Task A_job_answers_its_description_when_its_program_has_ended()
    {
        await using var cloud = new CloudUnderTest();
        var lines = new ConcurrentQueue<TaskOutput>();
        cloud.Define("runner", "echo building $BUILD_ID; echo home $HOME_OF_TEST; env | grep -c GITHUB_TOKEN || true", lines.Enqueue);
        await cloud.StartAsync();

        var description = await cloud.CallAsync("arn:aws:states:::ecs:runTask", Input("runner"), ServicePattern.RunAJob);

        ((string?)description["LastStatus"]).ShouldBe("STOPPED");
        ((int?)description["Containers"]![0]!["ExitCode"]).ShouldBe(0);
        lines.Select(line => line.Text).ShouldBe(["building b-1", "home here", "0"]);
        lines.First().Overrides["BUILD_ID"].ShouldBe("b-1");
        Directory.GetDirectories(Path.Combine(cloud.DataFolder, "tasks")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_fails_fails_the_task_with_its_description_as_cause()
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", "echo no table >&2; exit 4");
        await cloud.StartAsync();

        var failure = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::ecs:runTask", Input("runner"), ServicePattern.RunAJob));

        failure.Error.ShouldBe("States.TaskFailed");
        var container = JsonNode.Parse(failure.Cause)!["Containers"]![0]!;
        ((int?)container["ExitCode"]).ShouldBe(4);
        ((string?)container["Reason"]).ShouldBe("no table");
    }

    [Theory]
    [InlineData("runner", 1)]
    [InlineData("nobody", 0)]
    public async Task A_job_tells_that_it_was_accepted_only_if_it_was(string definition, int expected)
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", "exit 4");
        await cloud.StartAsync();
        var accepted = new List<JsonNode?>();
        var call = new TaskCall("arn:aws:states:::ecs:runTask", ServicePattern.RunAJob, Input(definition), "arn:execution", "RunBuild") { Submitted = accepted.Add };

        await Should.ThrowAsync<TaskFailedException>(() => cloud.Services.CallAsync(call, CancellationToken.None));

        accepted.Select(answer => (string?)answer!["Tasks"]![0]!["LastStatus"]).ShouldBe(Enumerable.Repeat("RUNNING", expected));
    }

    [Fact]
    public async Task A_job_that_nobody_waits_for_any_more_is_ended_with_all_its_children()
    {
        Assert.SkipWhen(ProcessGroup.Leader is null, "This system has no setsid, by which children are found.");
        await using var cloud = new CloudUnderTest();
        var started = new TaskCompletionSource<string>();
        cloud.Define("runner", "sleep 600 & echo $SLUICE_MARK/$!; wait", line => started.TrySetResult(line.Text));
        await cloud.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var call = new TaskCall("arn:aws:states:::ecs:runTask", ServicePattern.RunAJob, Input("runner"), "arn:execution", "RunBuild");
        var job = cloud.Services.CallAsync(call, cancellation.Token);
        var child = await started.Task;

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => job);
        HostProcess.IdOf(child).ShouldBeNull();
    }

    [Fact]
    public async Task A_task_definition_that_no_program_stands_for_is_refused_by_name()
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", "true");
        await cloud.StartAsync();

        (await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::ecs:runTask", Input("nobody"), ServicePattern.RunAJob))).Cause.ShouldContain("nobody");
    }

    [Fact]
    public async Task More_overrides_than_ECS_takes_are_refused()
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", "true");
        await cloud.StartAsync();
        var input = Input("runner");
        input["Overrides"]!["ContainerOverrides"]![0]!["Environment"]![0]!["Value"] = new string('v', 8192);

        var refused = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync("arn:aws:states:::ecs:runTask", input, ServicePattern.RunAJob));
        (refused.Error, refused.Cause).ShouldBe(("ECS.InvalidParameterException", "Container Overrides length must be at most 8192"));
    }

    [Theory]
    [InlineData("runner", "runner")]
    [InlineData("runner:3", "runner")]
    [InlineData("arn:aws:ecs:us-east-1:000000000000:task-definition/runner:3", "runner")]
    public void A_definition_is_named_by_name_revision_or_arn(string given, string name) => RunTask.Definition(given).ShouldBe(name);

    [Fact]
    public void The_environment_holds_what_is_allowed_and_overrides_win()
    {
        var host = new Dictionary<string, string> { ["PATH"] = "/bin", ["DOTNET_ROOT"] = "/dotnet", ["SECRET"] = "x", ["MODE"] = "host" };
        var program = new TaskProgram("p", [], new Dictionary<string, string> { ["MODE"] = "definition", ["TABLE"] = "t" }, ["PATH", "DOTNET_*"]);

        TaskEnvironment.Of(host, program, new Dictionary<string, string> { ["MODE"] = "override" })
            .ShouldBe(new Dictionary<string, string> { ["PATH"] = "/bin", ["DOTNET_ROOT"] = "/dotnet", ["MODE"] = "override", ["TABLE"] = "t" }, ignoreOrder: true);
    }

    private static JsonNode Input(string definition) => JsonNode.Parse(
        $$"""
        {
          "Cluster": "c", "LaunchType": "FARGATE", "TaskDefinition": "{{definition}}", "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["a"]} },
          "Overrides": {"ContainerOverrides": [{"Name": "runner", "Environment": [{"Name": "BUILD_ID", "Value": "b-1"}]}]}
        }
        """)!;
}
