using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Tasks;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Tasks;

/// <summary>Programs that are started before their task is known.</summary>
public sealed class TaskStandbyTests
{
    // Says how it came to its task, and what it sees.
    private const string Program = """
        given='started for'
        if [ -n "$STAND_BY" ]; then
          echo get ready
          read -r given || exit 0
          echo noise >&2
        fi
        echo "$given in $MODE"
        """;

    private static readonly StandbyProtocol Protocol = new("STAND_BY", "get ready");
    private readonly ConcurrentQueue<TaskOutput> _lines = new();

    [Fact]
    public async Task The_next_task_is_given_to_the_process_that_waits_for_it()
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", Program, _lines.Enqueue, Protocol);
        await cloud.StartAsync();

        (await RunAsync(cloud)).ShouldBe("started for in now");
        var given = await UntilAsync(cloud, line => line != "started for in now");

        given.ShouldBe("""{"BUILD_ID":"b-1"} in now""");
        _lines.ShouldAllBe(line => line.Overrides["BUILD_ID"] == "b-1" && line.Text != "get ready");
        _lines.Select(line => line.TaskArn).Distinct().Count().ShouldBe(_lines.Count(line => line.Text != "noise"));
    }

    [Fact]
    public async Task One_that_sees_what_was_is_not_used()
    {
        await using var cloud = new CloudUnderTest();
        var mode = "then";
        cloud.Define("runner", Program, _lines.Enqueue, Protocol, () => new Dictionary<string, string> { ["MODE"] = mode });
        await cloud.StartAsync();
        await UntilAsync(cloud, line => line.EndsWith("} in then", StringComparison.Ordinal));

        mode = "now";

        (await RunAsync(cloud)).ShouldBe("started for in now");
        await UntilAsync(cloud, line => line.EndsWith("} in now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_cannot_stand_by_harms_no_task()
    {
        await using var cloud = new CloudUnderTest();
        cloud.Define("runner", "[ -z \"$STAND_BY\" ] || exit 7; echo \"started for in $MODE\"", _lines.Enqueue, Protocol);
        await cloud.StartAsync();

        for (var i = 0; i < 5; i++)
        {
            (await RunAsync(cloud)).ShouldBe("started for in now");
        }
    }

    [Fact]
    public async Task None_is_left_when_the_suite_ends()
    {
        string folder;
        await using (var cloud = new CloudUnderTest())
        {
            cloud.Define("runner", Program, _lines.Enqueue, Protocol);
            var services = await cloud.StartAsync();
            await RunAsync(cloud);
            folder = cloud.DataFolder;

            await services.DisposeAsync();

            Directory.GetDirectories(Path.Combine(folder, "tasks")).ShouldBeEmpty();
            Directory.GetFiles(Path.Combine(folder, "processes")).ShouldBeEmpty();
        }
    }

    /// <summary>Runs tasks until one says this: when a process is ready is its own affair.</summary>
    private async Task<string> UntilAsync(CloudUnderTest cloud, Func<string, bool> isIt)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (await RunAsync(cloud) is var line && isIt(line))
            {
                return line;
            }
        }
    }

    private async Task<string> RunAsync(CloudUnderTest cloud)
    {
        var answer = await cloud.CallAsync("arn:aws:states:::ecs:runTask", Input(), ServicePattern.RunAJob);
        var arn = (string?)answer["Tasks"]?[0]?["TaskArn"] ?? (string?)answer["TaskArn"];
        return _lines.Single(line => line.TaskArn == arn && line.Text != "noise").Text;
    }

    private static JsonNode Input() => JsonNode.Parse(
        """{"TaskDefinition": "runner", "Overrides": {"ContainerOverrides": [{"Name": "runner", "Environment": [{"Name": "BUILD_ID", "Value": "b-1"}]}]}}""")!;
}
