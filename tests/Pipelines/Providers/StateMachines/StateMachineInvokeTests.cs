using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.StateMachines;

public sealed class StateMachineInvokeTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:users-own";
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:users-own:check-0a1b2c3d-0000-0000-0000-000000000001";

    private int _looks = 2;
    private string _status = "SUCCEEDED";

    [Fact]
    public void An_execution_is_started_and_its_output_is_variables_and_an_artifact() => Play([], async (host, request) =>
    {
        var result = await host.RunAsync(request with { OutputArtifacts = ["Out"] });

        (result.Status, result.ExternalExecutionId).ShouldBe((ActionStatus.Succeeded, Execution));
        result.OutputVariables.ShouldBe(new Dictionary<string, string> { ["ExecutionArn"] = Execution, ["StateMachineArn"] = Machine, ["passed"] = "yes", ["count"] = "3" }, ignoreOrder: true);
        host.Calls[0].Parameters.ToJsonString().ShouldBe($$"""{"StateMachineArn":"{{Machine}}","Name":"check-0a1b2c3d-0000-0000-0000-000000000001","Input":"{\u0022a\u0022:1}"}""");
        var taking = request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["In"] = result.OutputArtifacts["Out"] } };
        JsonNode.Parse(await host.Suite.Get<ActionArtifacts>().ReadFileAsync(taking, "In", "output.json", 1000, CancellationToken.None))!.ToJsonString().ShouldBe("""{"passed":"yes","count":3}""");
    });

    [Fact]
    public void Its_input_may_be_a_file_of_an_artifact() => Play(new() { ["InputType"] = "FilePath", ["Input"] = "inputs/check.json" }, async (host, request) =>
    {
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
        ((string?)host.Calls[0].Parameters["Input"]).ShouldBe("""{"from":"file"}""");
    });

    [Fact]
    public void One_that_was_started_before_is_this_one() => Play([], async (host, request) =>
    {
        var serve = host.Serve;
        host.Serve = (call, parameters) => call == "StartExecution" ? throw new TaskFailedException("Sfn.ExecutionAlreadyExistsException", "it exists") : serve(call, parameters);
        (await host.RunAsync(request)).ExternalExecutionId.ShouldBe(Execution);
    });

    [Fact]
    public void Its_failure_is_the_actions() => Play([], async (host, request) =>
    {
        _status = "FAILED";
        (await host.RunAsync(request)).Message.ShouldBe("The execution ended FAILED. Bad: the check failed");
    });

    [Fact]
    public void A_machine_that_is_not_there_is_told() => Play([], async (host, request) =>
    {
        host.Serve = (_, _) => throw new TaskFailedException("Sfn.StateMachineDoesNotExistException", "no machine");
        (await host.RunAsync(request)).Message.ShouldBe("The execution was not started. Sfn.StateMachineDoesNotExistException: no machine");
    });

    [Fact]
    public void A_stop_stops_it_and_waits_for_its_end() => Play([], async (host, request) =>
    {
        _looks = int.MaxValue;
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromMinutes(5), host.Time);
        await host.StopAsync();
        (await host.EndAsync()).Message.ShouldBe("The execution ended ABORTED. Bad: the check failed");
        host.Calls.Single(call => call.Call == "StopExecution").Parameters.ToJsonString().ShouldBe($$"""{"ExecutionArn":"{{Execution}}","Error":"Stopped","Cause":"enough"}""");
    });

    private void Play(Dictionary<string, string> more, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost { Serve = Serve };
        host.Time.Run(async () =>
        {
            var configuration = new Dictionary<string, string> { ["StateMachineArn"] = Machine, ["ExecutionNamePrefix"] = "check", ["Input"] = """{"a":1}""" };
            foreach (var (key, value) in more)
            {
                configuration[key] = value;
            }

            await scenario(host, await host.RequestAsync("Invoke/StepFunctions", configuration, ("Inputs", Zips.Of(("inputs/check.json", """{"from":"file"}""")))));
            return true;
        });
    }

    private JsonNode? Serve(string call, JsonObject parameters)
    {
        switch (call)
        {
            case "StartExecution":
                return new JsonObject { ["ExecutionArn"] = Execution, ["StartDate"] = "2026-01-01T00:00:00Z" };
            case "StopExecution":
                (_looks, _status) = (0, "ABORTED");
                return new JsonObject { ["StopDate"] = "2026-01-01T00:00:00Z" };
            default:
                return _looks-- > 0 ? new JsonObject { ["Status"] = "RUNNING" }
                    : _status == "SUCCEEDED" ? new JsonObject { ["Status"] = _status, ["Output"] = """{"passed":"yes","count":3}""" }
                    : new JsonObject { ["Status"] = _status, ["Error"] = "Bad", ["Cause"] = "the check failed" };
        }
    }
}
