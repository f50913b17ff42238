using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Sluice.Platform.Events;
using Sluice.Platform.StateMachines;

namespace Sluice.Platform.Tests.Events;

public sealed class ExecutionStarterTests
{
    private const string Good = """{"detail-type":"Sluice Execution Requested","source":"sluice.suite","detail":{"machine":"build","name":"b-1","input":{"buildId":"b"},"sequence":0}}""";
    private readonly IStateMachines _machines = Substitute.For<IStateMachines>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_execution_is_started_and_one_that_exists_is_done(bool isNew)
    {
        _machines.StartAsync(default!, default!, default!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(isNew);
        (await HandleAsync(Good)).ShouldBeEmpty();
        await _machines.Received(1).StartAsync("build", "b-1", Arg.Is<JsonNode>(i => i.ToJsonString() == """{"buildId":"b"}"""), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"detail-type":"CodeBuild Build State Change","detail":{}}""")]
    [InlineData("""{"detail-type":7}""")]
    [InlineData("""{"detail-type":"Sluice Execution Requested"}""")]
    [InlineData("""{"detail-type":"Sluice Execution Requested","detail":{"machine":"build","name":"","input":{}}}""")]
    [InlineData("""{"detail-type":"Sluice Execution Requested","detail":{"machine":"build","name":"b-1","input":[]}}""")]
    public async Task A_malformed_message_fails_alone(string body)
    {
        (await HandleAsync(Good, body, Good)).ShouldBe(["m1"]);
        await _machines.ReceivedWithAnyArgs(2).StartAsync(default!, default!, default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_that_fails_comes_again_and_the_others_are_done()
    {
        _machines.StartAsync(default!, "b-2", default!, TestContext.Current.CancellationToken).ThrowsAsyncForAnyArgs(new InvalidOperationException("throttled"));
        (await HandleAsync(Good)).ShouldBe(["m0"]);
    }

    private Task<IReadOnlyList<string>> HandleAsync(params string[] bodies) =>
        new ExecutionStarter(_machines, NullLogger<ExecutionStarter>.Instance).StartAsync(bodies.Select((body, i) => new QueueMessage($"m{i}", body)));
}
