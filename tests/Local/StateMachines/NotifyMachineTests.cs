using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.StateMachines;

/// <summary>The machine that publishes messages, state by state.</summary>
public sealed class NotifyMachineTests
{
    private const string Input = """{"topicArn":"arn:aws:sns:us-east-1:123456789012:t","subject":"S","message":"{\"n\":1}"}""";

    [Fact]
    public void A_message_is_published_once()
    {
        var topic = new Topic();

        Run(topic).ShouldBe("Publish Published");

        topic.Published.ShouldBe(["""{"TopicArn":"arn:aws:sns:us-east-1:123456789012:t","Subject":"S","Message":"{\u0022n\u0022:1}"}"""]);
    }

    [Fact]
    public void What_SNS_cannot_do_now_is_tried_again()
    {
        var topic = new Topic { Failures = new Queue<string>(["Sns.ThrottledException", "Sns.SnsException"]) };

        Run(topic).ShouldBe("Publish Published");

        topic.Published.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Sns.NotFoundException", 1)]
    [InlineData("Sns.SnsException", 9)]
    public void What_cannot_be_published_fails_by_its_name(string error, int tries)
    {
        var topic = new Topic { Failures = new Queue<string>(Enumerable.Repeat(error, 20)) };

        Run(topic, error).ShouldBe("Publish NotPublished");

        topic.Tries.ShouldBe(tries);
    }

    private static string Run(Topic topic, string? error = null)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "statemachines", "notify.asl.json"));
        var time = new VirtualTime();
        var engine = new ExecutionEngine(topic, time, new InMemoryExecutionJournal());
        Execution? execution = null;
        time.Run(async () =>
        {
            execution = engine.Start(MachineDefinition.Parse(text, new Dictionary<string, string>(), topic, "notify.asl.json"), "notify", "one", JsonNode.Parse(Input));
            await execution.Completion;
        });
        (execution!.Result!.Status, execution.Result.Error).ShouldBe((error is null ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, error));
        return string.Join(' ', execution.Path);
    }

    private sealed class Topic : ITaskServices
    {
        public Queue<string> Failures { get; init; } = new();

        public List<string> Published { get; } = [];

        public int Tries { get; private set; }

        public bool Serves(string resource) => resource == "arn:aws:states:::aws-sdk:sns:publish";

        public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
        {
            Tries++;
            if (Failures.TryDequeue(out var error))
            {
                throw new TaskFailedException(error, "no");
            }

            Published.Add(call.Parameters!.ToJsonString());
            return Task.FromResult<JsonNode?>(new JsonObject { ["MessageId"] = "1" });
        }
    }
}
