using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Sluice.Lambdas.Platform;

namespace Sluice.Lambdas.Tests.Platform;

public sealed class StepFunctionsStateMachinesTests
{
    private readonly IAmazonStepFunctions _client = Substitute.For<IAmazonStepFunctions>();
    private readonly StepFunctionsStateMachines _machines;

    public StepFunctionsStateMachinesTests() => _machines = new StepFunctionsStateMachines(_client, new Dictionary<string, string> { ["build"] = "arn:build" });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_execution_is_started_on_the_machines_arn()
    {
        _client.StartExecutionAsync(default!, Token).ReturnsForAnyArgs(new StartExecutionResponse());
        (await _machines.StartAsync("build", "b-1", new JsonObject { ["buildId"] = "b" }, Token)).ShouldBeTrue();
        await _client.Received(1).StartExecutionAsync(
            Arg.Is<StartExecutionRequest>(r => r.StateMachineArn == "arn:build" && r.Name == "b-1" && r.Input == """{"buildId":"b"}"""), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_false_and_an_unknown_machine_is_refused()
    {
        _client.StartExecutionAsync(default!, Token).ThrowsAsyncForAnyArgs(new ExecutionAlreadyExistsException("taken"));
        (await _machines.StartAsync("build", "b-1", new JsonObject(), Token)).ShouldBeFalse();
        (await Should.ThrowAsync<ArgumentException>(() => _machines.StartAsync("biuld", "b-1", new JsonObject(), Token))).Message.ShouldContain("'biuld'; there are build");
    }

    public static TheoryData<Type> DeadTokens => new(typeof(TaskTimedOutException), typeof(InvalidTokenException), typeof(TaskDoesNotExistException));

    [Theory]
    [MemberData(nameof(DeadTokens))]
    public async Task A_dead_token_is_false(Type error)
    {
        var dead = (Exception)Activator.CreateInstance(error, "x")!;
        _client.SendTaskSuccessAsync(default!, Token).ThrowsAsyncForAnyArgs(dead);
        _client.SendTaskFailureAsync(default!, Token).ThrowsAsyncForAnyArgs(dead);
        (await _machines.SucceedTaskAsync("t", null, Token)).ShouldBeFalse();
        (await _machines.FailTaskAsync("t", "E", "c", Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Error_and_cause_are_cut_to_what_the_service_takes()
    {
        (await _machines.FailTaskAsync("t", new string('e', 300), new string('c', 40_000), Token)).ShouldBeTrue();
        await _client.Received(1).SendTaskFailureAsync(Arg.Is<SendTaskFailureRequest>(r => r.Error!.Length == 256 && r.Cause!.Length == 32_768), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Other_errors_are_the_callers()
    {
        _client.SendTaskSuccessAsync(default!, Token).ThrowsAsyncForAnyArgs(new InvalidOutputException("no json"));
        await Should.ThrowAsync<InvalidOutputException>(() => _machines.SucceedTaskAsync("t", new JsonObject(), Token));
    }
}
