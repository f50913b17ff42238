using System.Text.Json.Nodes;
using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands.Releases;

public sealed class RunEchoTests
{
    private readonly RunEcho _echo = new("run");

    [Fact]
    public void A_run_is_heard_when_its_end_is_told_and_its_machines_have_ended()
    {
        Machine("run-1", "RUNNING").ShouldBeFalse();
        Pipeline("run", "STARTED").ShouldBeFalse();
        Machine("d-1-1", "RUNNING").ShouldBeFalse();
        Machine("run-1", "SUCCEEDED").ShouldBeFalse();
        Pipeline("run", "SUCCEEDED").ShouldBeFalse();
        Machine("d-1-1", "SUCCEEDED").ShouldBeTrue();
    }

    [Fact]
    public void The_pipelines_machine_may_have_begun_before_and_may_end_before_the_end_is_told()
    {
        Machine("run-1", "FAILED").ShouldBeFalse();
        Pipeline("run", "FAILED").ShouldBeTrue();
    }

    [Fact]
    public void Another_run_s_end_and_a_stop_that_is_asked_for_are_not_its_end()
    {
        Machine("run-1", "SUCCEEDED").ShouldBeFalse();
        Pipeline("other", "SUCCEEDED").ShouldBeFalse();
        Pipeline("run", "STOPPING").ShouldBeFalse();
        Pipeline("run", "STOPPED").ShouldBeTrue();
    }

    private bool Pipeline(string execution, string state) =>
        See("CodePipeline Pipeline Execution State Change", new JsonObject { ["execution-id"] = execution, ["state"] = state });

    private bool Machine(string name, string status) =>
        See("Step Functions Execution Status Change", new JsonObject { ["name"] = name, ["status"] = status });

    private bool See(string type, JsonObject detail)
    {
        _echo.See(new JsonObject { ["detail-type"] = type, ["detail"] = detail });
        return _echo.Heard.IsCompleted;
    }
}
