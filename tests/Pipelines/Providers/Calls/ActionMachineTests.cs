using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Machine;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Tests.Providers.Calls;

/// <summary>The machine by itself: whatever it is told to call it calls with all of the parameters, and tells what that brought.</summary>
public sealed class ActionMachineTests
{
    private static readonly JsonNode Machine = JsonNode.Parse(SuiteMachines.Text("action"))!;

    /// <summary>What each service answers, and what of it is handed on.</summary>
    private static readonly Dictionary<string, (string Answer, string HandedOn)> Answers = new()
    {
        ["DescribeStacks"] = ("""{"Stacks":[{"StackId":"s"}]}""", """{"stacks":[{"StackId":"s"}]}"""),
        ["DescribeStackEvents"] = ("""{"StackEvents":[{"EventId":"e"}]}""", """{"events":[{"EventId":"e"}]}"""),
        ["CreateStack"] = ("""{"StackId":"s"}""", """{"stackId":"s"}"""),
        ["UpdateStack"] = ("""{"StackId":"s"}""", """{"stackId":"s"}"""),
        ["DeleteStack"] = ("{}", "{}"),
        ["CancelUpdateStack"] = ("{}", "{}"),
        ["ListChangeSets"] = ("""{"Summaries":[],"NextToken":"n"}""", """{"Summaries":[],"NextToken":"n"}"""),
        ["CreateChangeSet"] = ("""{"Id":"c","StackId":"s"}""", """{"stackId":"s","id":"c"}"""),
        ["ExecuteChangeSet"] = ("{}", "{}"),
        ["DeleteChangeSet"] = ("{}", "{}"),
        ["DescribeServices"] = ("""{"Services":[{}],"Failures":[]}""", """{"services":[{}],"failures":[]}"""),
        ["DescribeTaskDefinition"] = ("""{"TaskDefinition":{"Family":"f"},"Tags":[]}""", """{"TaskDefinition":{"Family":"f"},"Tags":[]}"""),
        ["RegisterTaskDefinition"] = ("""{"TaskDefinition":{"TaskDefinitionArn":"t"}}""", """{"taskDefinitionArn":"t"}"""),
        ["UpdateService"] = ("""{"Service":{"Deployments":[{"Id":"d"}]}}""", """{"deployments":[{"Id":"d"}]}"""),
        ["StartExecution"] = ("""{"ExecutionArn":"e","StartDate":"1"}""", """{"executionArn":"e"}"""),
        ["DescribeExecution"] = ("""{"Status":"RUNNING"}""", """{"Status":"RUNNING"}"""),
        ["StopExecution"] = ("""{"StopDate":"1"}""", """{"StopDate":"1"}"""),
        ["DescribeImages"] = ("""{"ImageDetails":[{"ImageDigest":"d"}]}""", """{"images":[{"ImageDigest":"d"}]}"""),
        ["ListPackageVersions"] = ("""{"Versions":[{"Version":"1.2.3"}],"NextToken":"n"}""", """{"versions":[{"Version":"1.2.3"}]}"""),
        ["DescribePackageVersion"] = ("""{"PackageVersion":{"Version":"1.2.3"}}""", """{"version":{"Version":"1.2.3"}}"""),
        ["DescribeAlarms"] = ("""{"MetricAlarms":[],"CompositeAlarms":[]}""", """{"metricAlarms":[],"compositeAlarms":[]}"""),
    };

    public static TheoryData<string> Calls => new(Answers.Keys);

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_made_with_all_of_its_parameters_and_told(string call)
    {
        var reports = new List<AdvanceRequest>();
        Walk(reports, Answer(call, 0), () => JsonNode.Parse(Answers[call].Answer)).ShouldBe(["Advance", "WhichCall", call, "Advance", "WhichCall", "Ended"]);
        reports.Select(report => (report.Step, report.Call, report.Output?.ToJsonString(), report.Error?.Error)).ShouldBe([(0, null, null, null), (1, call, Answers[call].HandedOn, null)]);
        reports.ShouldAllBe(report => report.Execution == "a-1" && report.ActionExecutionId == "a");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void What_is_refused_is_told_too(string call)
    {
        var reports = new List<AdvanceRequest>();
        Walk(reports, Answer(call, 5), () => throw new TaskFailedException("Service.RefusedException", "no")).ShouldBe(["Advance", "WhichCall", "Pause", "WhichCall", call, "Advance", "WhichCall", "Ended"]);
        (reports[1].Call, reports[1].Error?.Error, reports[1].Error?.Cause).ShouldBe((call, "Service.RefusedException", "no"));
    }

    [Fact]
    public void The_network_between_is_tried_again()
    {
        var tries = 0;
        var reports = new List<AdvanceRequest>();
        Walk(reports, Answer("DeleteStack", 0), () => ++tries < 3 ? throw new TaskFailedException("CloudFormation.SdkClientException", "reset") : new JsonObject());
        (tries, reports[1].Error?.Error).ShouldBe((3, null));
    }

    [Fact]
    public void Every_transition_of_the_machine_is_walked_and_no_other()
    {
        var taken = new HashSet<(string, string)>();
        foreach (var call in Answers.Keys)
        {
            taken.UnionWith(MachineEdges.Taken(Walk([], Answer(call, 0), () => JsonNode.Parse(Answers[call].Answer))));
            taken.UnionWith(MachineEdges.Taken(Walk([], Answer(call, 1), () => throw new TaskFailedException("Service.RefusedException", "no"))));
        }

        taken.UnionWith(MachineEdges.Taken(Walk([], Answer("Continue", 0), () => null)));
        taken.UnionWith(MachineEdges.Taken(Walk([], Answer("Park", 30), () => null, isNudged: false)));
        taken.UnionWith(MachineEdges.Taken(Walk([], Answer("Park", 30), () => null, isNudged: true)));
        taken.ShouldBe(MachineEdges.Declared(Machine).ToHashSet(), ignoreOrder: true);
    }

    private static JsonObject Answer(string next, int waitSeconds) =>
        (JsonObject)JsonSerializer.SerializeToNode(new AdvanceAnswer("a", 1, next, new JsonObject { ["One"] = 1, ["Other"] = new JsonArray("x") }, waitSeconds), SluiceJson.Options)!;

    private static IReadOnlyList<string> Walk(List<AdvanceRequest> reports, JsonObject first, Func<JsonNode?> serve, bool isNudged = false)
    {
        using var host = new ActionHost();
        host.Script = request =>
        {
            reports.Add(request);
            return request.Step == 0 ? first : Answer("Ended", 0);
        };
        host.Serve = (_, parameters) =>
        {
            parameters.ToJsonString().ShouldBe("""{"One":1,"Other":["x"]}""");
            return serve();
        };
        host.Before = (function, payload) =>
        {
            if (function == "ParkAction" && isNudged)
            {
                host.Engine.SucceedTask(payload["taskToken"]!.ToString(), new JsonObject { ["reason"] = "an event" });
            }

            return Task.CompletedTask;
        };
        host.Parks = false;
        return host.Time.Run(async () =>
        {
            var execution = host.Begin("a-1", "a");
            await execution.Completion;
            return execution.Path;
        });
    }
}
