using Sluice.Local.Commands.Seeing;
using Sluice.Local.Commands.Seeing.Timelines;
using Sluice.Local.Tests.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Seeing.Timelines;

public sealed class TimelineRowsTests
{
    [Fact]
    public void Draws_where_the_time_went() => Text(int.MaxValue).ShouldBe(
        """
        shop  run aaaa1111 Succeeded, 3 min 20 s: running 1 min 20 s, queued 20 s, waiting 1 min 40 s, between 0 s
        STAGE       TIME                                      TOOK        WHERE
        Source      ██                                        10 s
          Checkout  ██                                        10 s        running 10 s
        Build         ░░░░▒▒██████                            1 min 0 s   waiting 20 s (stage)
          Compile         ▒▒██████                            40 s        queued 10 s (QUEUED), running 30 s (BUILD 24 s)
        Ask                       ░░░░░░░░░░░░                1 min 0 s
          Release                 ░░░░░░░░░░░░                1 min 0 s   waiting 1 min 0 s (approval)
        Deploy                                ░░░░▒▒████████  1 min 10 s  waiting 20 s (window)
          Shift                                   ▒▒████████  50 s        queued 10 s, running 40 s (AllowTraffic 33 s)
        █ running  ▒ queued  ░ waiting
        """);

    [Fact]
    public void In_a_narrow_terminal_bars_are_shorter_and_never_cut()
    {
        Text(90).Split('\n').Skip(1).ShouldAllBe(line => line.Length <= 90 && !line.Contains('…'));
        Text(90).ShouldContain("▒███  50 s");
        Text(40).Split('\n').ShouldAllBe(line => line.Length <= 40);
    }

    [Fact]
    public void What_is_short_has_a_cell_all_the_same()
    {
        TimelinePart[] parts = [new(TimelineKind.Queued, null, TimedRun.At(50), TimedRun.At(50)), new(TimelineKind.Running, null, TimedRun.At(90), TimedRun.At(100))];

        TimelineBar.Of(parts, TimedRun.At(0), TimedRun.At(100), 10).ShouldBe("     ▒   █");
        TimelineBar.Of([parts[0]], TimedRun.At(50), TimedRun.At(50), 3).ShouldBe("▒  ");
    }

    [Fact]
    public async Task History_asks_for_all_that_a_suite_tells_and_does_without_what_it_does_not()
    {
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>
        {
            ["ListPipelines"] = () => """{"pipelines":[{"name":"shop"}]}""",
            ["ListPipelineExecutions"] = () => $$$"""{"pipelineExecutionSummaries":[{"pipelineExecutionId":"{{{TimedRun.Id}}}","status":"Succeeded","startTime":0,"lastUpdateTime":60}]}""",
            ["GetPipelineExecution"] = () => $$$"""{"pipelineExecution":{"pipelineName":"shop","pipelineExecutionId":"{{{TimedRun.Id}}}","status":"Succeeded","stages":[{"stageName":"Build","status":"Succeeded","arrivedTime":0,"enteredTime":20.5,"endTime":60,"waitedFor":"Transition"}]}}""",
            ["ListActionExecutions"] = () => """{"actionExecutionDetails":[{"stageName":"Build","actionName":"Compile","status":"Succeeded","startTime":20.5,"lastUpdateTime":60,"output":{"executionResult":{"externalExecutionId":"shop:11111111-2222-3333-4444-555555555555"}}}]}""",
            ["ListRuleExecutions"] = () => "{}",
        });
        using (var talk = suite.Talk())
        {
            (await HistoryCommand.TimelineAsync(talk.Talk, "shop", "aaaa", TestContext.Current.CancellationToken)).ShouldBe(0);

            talk.Told.ShouldContain("shop  run aaaa1111 Succeeded, 1 min 0 s: running 39 s, queued 0 s, waiting 20 s, between 0 s\n");
            talk.Told.ShouldContain("waiting 20 s (transition)\n");
        }

        using var json = suite.Talk(isJson: true);
        await HistoryCommand.TimelineAsync(json.Talk, "shop", TimedRun.Id, TestContext.Current.CancellationToken);
        json.Told.ShouldContain("\"waitingSeconds\": 20.5");
        suite.Asked.Select(call => call.Operation).ShouldContain("BatchGetBuilds");
    }

    private static string Text(int width) => string.Join('\n', TimelineRows.Of(RunTimelines.Of(TimedRun.Seen, TimedRun.At(1000)), width).Select(row => row.Cut(width).Text.TrimEnd()));
}
