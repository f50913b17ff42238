using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Providers.CloudFormation;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Providers.Calls;

public sealed class AdvanceActionTests
{
    [Theory]
    [InlineData("CloudFormation.CloudFormationException", "Rate exceeded (Service: CloudFormation, Status Code: 400)")]
    [InlineData("CloudFormation.CloudFormationException", "It is down (Service: CloudFormation, Status Code: 503)")]
    [InlineData("CloudFormation.ThrottlingException", "slower")]
    public void A_service_that_is_too_busy_is_asked_again(string error, string cause) => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        var busy = 3;
        host.Serve = (call, parameters) => busy-- > 0 ? throw new TaskFailedException(error, cause) : stacks.Serve(call, parameters);

        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);

        host.Calls.Take(4).ShouldAllBe(call => call.Call == "DescribeStacks");
        stacks.Status.ShouldBe("CREATE_COMPLETE");
    });

    [Fact]
    public void It_is_not_asked_for_ever() => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, _, request) =>
    {
        host.Serve = (_, _) => throw new TaskFailedException("CloudFormation.CloudFormationException", "Rate exceeded");
        (await host.RunAsync(request)).Message!.ShouldContain("Rate exceeded");
        host.Calls.Count.ShouldBe(BusyService.MostRepeats + 1);
    });

    [Fact]
    public void What_takes_days_goes_on_in_other_executions() => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        var looks = 0;
        host.Serve = (call, parameters) =>
        {
            if (call == "DescribeStacks" && stacks.Status == "CREATE_IN_PROGRESS" && ++looks < 1200)
            {
                return new JsonObject { ["Stacks"] = new JsonArray(new JsonObject { ["StackId"] = stacks.StackId, ["StackStatus"] = stacks.Status }) };
            }

            return stacks.Serve(call, parameters);
        };

        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);

        host.Executions.Select(execution => execution.Arn[(execution.Arn.LastIndexOf(':') + 1)..]).ShouldBe([.. Enumerable.Range(1, 3).Select(number => $"{request.ActionExecutionId}-{number}")]);
        host.Executions.ShouldAllBe(execution => execution.History.Count < 12_500);
        stacks.Handed.Count.ShouldBe(1);
    });

    [Fact]
    public void An_action_whose_time_is_over_fails() => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE");
        host.Serve = (call, parameters) => call == "DescribeStacks" && stacks.Handed.Count > 0
            ? new JsonObject { ["Stacks"] = new JsonArray(new JsonObject { ["StackId"] = stacks.StackId, ["StackStatus"] = "UPDATE_IN_PROGRESS" }) }
            : stacks.Serve(call, parameters);

        var begun = host.Time.GetUtcNow();
        var result = await host.RunAsync(request with { TimeoutSeconds = 3600 });

        (result.Status, result.Message).ShouldBe((ActionStatus.Failed, "The action did not end in its time."));
        host.Time.GetUtcNow().ShouldBeLessThan(begun.AddSeconds(3700));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stack_is_made_once_wherever_a_function_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, stacks, request) =>
            {
                host.Crashes.At = host.Crashes.Calls + at;
                host.Crashes.After = after;

                var result = await host.RunAsync(request);

                result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
                stacks.Handed.Count.ShouldBe(1);
                stacks.Status.ShouldBe("CREATE_COMPLETE");
                (await host.Suite.Get<OwnActionStore>().FindAsync(request.ActionExecutionId, CancellationToken.None))!.HasEnded.ShouldBeTrue();
                died = host.Crashes.Happened;
            });
        }
    }

    [Fact]
    public void An_action_that_is_delivered_twice_is_one() => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        await host.StartAsync(request, times: 2);
        await host.EndAsync();
        host.Executions.Count.ShouldBe(1);
        stacks.Handed.Count.ShouldBe(1);
    });

    [Fact]
    public void A_report_of_a_step_that_is_over_has_the_answer_that_it_had() => CloudFormationDeployTests.Play("CREATE_UPDATE", async (host, _, request) =>
    {
        await host.Suite.Get<Sluice.Pipelines.Providers.StartAction>().StartAsync(request);
        var advance = host.Suite.Get<AdvanceAction>();
        var first = await advance.AdvanceAsync(new AdvanceRequest(request.ActionExecutionId, 0));

        var again = await advance.AdvanceAsync(new AdvanceRequest(request.ActionExecutionId, 0));

        (again.Step, again.Next, again.Parameters.ToJsonString()).ShouldBe((first.Step, first.Next, first.Parameters.ToJsonString()));
        (await advance.AdvanceAsync(new AdvanceRequest(request.ActionExecutionId, 0, Execution: "x-2"))).Next.ShouldBe("DescribeStacks");
    });

    [Fact]
    public void The_newest_token_is_told_also_if_the_action_had_ended() => CloudFormationDeployTests.Play("DELETE_ONLY", async (host, _, request) =>
    {
        await host.RunAsync(request);
        await host.StartAsync(request with { TaskToken = "action-newer" });
        host.Machines.Actions.ShouldContainKey("action-newer");
    });
}
