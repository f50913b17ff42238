using System.Text.Json.Nodes;
using Sluice.Lambdas.Tests.Rights;
using Sluice.Local.Host.Templates;

namespace Sluice.Lambdas.Tests;

/// <summary>What all machines have in common.</summary>
public sealed class MachineTests
{
    /// <summary>The four that are documented for <c>lambda:invoke</c>, and what a call by the SDK says of throttling and of errors that have no name of their own.</summary>
    private static readonly string[] Passing =
        ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.LambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"];

    /// <summary>What may have been begun must not be begun twice: a build would run twice at a time.</summary>
    private static readonly string[] BegunOnce = ["RunBuildOnLambda"];

    private static readonly string[] CallsNoFunction = ["notify"];

    private static readonly SuiteTemplate Template = SuiteTemplate.Load(AppContext.BaseDirectory);

    public static TheoryData<string> Machines => new(Template.Machines.Select(machine => machine.Name));

    [Theory]
    [MemberData(nameof(Machines))]
    public void Every_call_of_Lambda_is_tried_again_when_Lambda_is_what_failed(string machine)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Template.Machines.Single(one => one.Name == machine).File))!;
        var calls = MachineRights.Tasks(definition["States"]!).Where(task => ((string)task.Value["Resource"]!).Contains(":lambda:", StringComparison.Ordinal)).ToList();
        calls.Count.ShouldBeGreaterThan(CallsNoFunction.Contains(machine) ? -1 : 0);
        foreach (var (name, task) in calls)
        {
            var retried = ((JsonArray)task["Retry"]!).SelectMany(retrier => (JsonArray)retrier!["ErrorEquals"]!).Select(error => (string)error!);
            if (BegunOnce.Contains(name))
            {
                Passing.Intersect(retried).ShouldBe(["Lambda.TooManyRequestsException"], name);
                continue;
            }

            Passing.Except(retried).ShouldBeEmpty(name);
        }
    }
}
