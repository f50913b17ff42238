using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed partial class DefinitionTests
{
    private static readonly string[] _services = ["Lambda", "CloudWatch", "Ecs", "ElasticLoadBalancingV2"];

    [Fact]
    public void Errors_are_named_as_the_services_or_our_exceptions_name_them()
    {
        var ours = typeof(ServiceRegistration).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Exception))).Select(type => type.Name).ToHashSet();

        foreach (Match name in ErrorNames().Matches(DeploymentWorld.Definition.Text + DeploymentWorld.EcsDefinition.Text).SelectMany(list => QuotedWord().Matches(list.Value[14..])))
        {
            var error = name.Groups["word"].Value;
            (error.StartsWith("States.", StringComparison.Ordinal) || _services.Contains(error.Split('.')[0]) || ours.Contains(error)).ShouldBeTrue(error);
        }
    }

    [Fact]
    public void Waiting_tasks_are_not_retried_when_their_time_is_over_and_have_no_heartbeat()
    {
        foreach (var (name, state) in Tasks(Machines()).Where(task => ((string)task.State["Resource"]!).EndsWith(".waitForTaskToken", StringComparison.Ordinal)))
        {
            state.ContainsKey("HeartbeatSeconds").ShouldBeFalse(name);
            state["Retry"]!.ToJsonString().ShouldNotContain("States.", Case.Sensitive, name);
        }
    }

    [Fact]
    public void Every_task_is_retried_a_bounded_number_of_times()
    {
        foreach (var (name, state) in Tasks(Machines()))
        {
            foreach (var retrier in (JsonArray)state["Retry"]!)
            {
                ((int)retrier!["MaxAttempts"]!).ShouldBeInRange(1, 15, name);
                ((string)retrier["JitterStrategy"]!).ShouldBe("FULL", name);
                ((int)retrier["MaxDelaySeconds"]!).ShouldBeInRange(1, 60, name);
            }
        }
    }

    private static JsonArray Machines() => new(JsonNode.Parse(DeploymentWorld.Definition.Text), JsonNode.Parse(DeploymentWorld.EcsDefinition.Text));

    private static IEnumerable<(string Name, JsonObject State)> Tasks(JsonNode node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(member =>
            (member.Value is JsonObject state && (string?)(state["Type"] as JsonValue) == "Task" ? [(member.Key, state)] : Enumerable.Empty<(string, JsonObject)>())
            .Concat(member.Value is null ? [] : Tasks(member.Value))),
        JsonArray list => list.SelectMany(item => Tasks(item!)),
        _ => [],
    };

    [GeneratedRegex("\"ErrorEquals\": *\\[[^\\]]*\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorNames();

    [GeneratedRegex("\"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedWord();
}
