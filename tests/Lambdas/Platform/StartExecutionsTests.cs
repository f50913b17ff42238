using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Sluice.Lambdas.Platform;
using Sluice.Platform.Events;
using Sluice.Platform.StateMachines;

namespace Sluice.Lambdas.Tests.Platform;

public sealed class StartExecutionsTests
{
    [Fact]
    public async Task The_messages_that_failed_are_named_and_the_others_are_done()
    {
        const string Good = """{"detail-type":"Sluice Execution Requested","source":"sluice.suite","detail":{"machine":"build","name":"b-1","input":{"buildId":"b"},"sequence":0}}""";
        var machines = Substitute.For<IStateMachines>();
        var function = new StartExecutionsFunction(new ExecutionStarter(machines, NullLogger<ExecutionStarter>.Instance));

        var answer = await function.StartExecutions(new SQSEvent
        {
            Records = [new() { MessageId = "m0", Body = "no json" }, new() { MessageId = "m1", Body = Good }, new() { MessageId = "m2", Body = "" }],
        });

        answer.BatchItemFailures.Select(failure => failure.ItemIdentifier).ShouldBe(["m0", "m2"]);
        await machines.Received(1).StartAsync("build", "b-1", Arg.Any<JsonNode>(), Arg.Any<CancellationToken>());
    }
}
