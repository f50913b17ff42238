using System.Text;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Providers.CloudFormation;

public sealed class CloudFormationDeployTests
{
    private const string Template = """{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}""";

    private static readonly string[] Looks = ["DescribeStacks", "Advance", "WhichCall", "Pause", "WhichCall"];

    private static readonly (string, byte[]) Packaged = ("Packaged", Zips.Of(("packaged.json", Template), ("dev.json", """{"Parameters": {"Stage": "dev", "Size": 3}, "Tags": {"team": "web"}, "StackPolicy": {"Statement": []}}"""), ("versions.json", """{"app": "1.2.3"}""")));

    [Fact]
    public void A_stack_that_is_not_there_is_made_and_its_outputs_are_variables_and_a_file() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.Outputs["Url"] = "https://web.example";
        request = request with { OutputArtifacts = ["Outputs"], Configuration = With(request, ("OutputFileName", "outputs.json")) };

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        result.ExternalExecutionId.ShouldBe(stacks.StackId);
        result.OutputVariables.ShouldBe(new Dictionary<string, string> { ["Url"] = "https://web.example" });
        var next = request with { InputArtifacts = new Dictionary<string, Platform.Objects.ObjectRef> { ["In"] = result.OutputArtifacts["Outputs"] } };
        var file = await host.Suite.Get<ActionArtifacts>().ReadFileAsync(next, "In", "outputs.json", 1000, CancellationToken.None);
        JsonNode.Parse(file)!.ToJsonString().ShouldBe("""{"Url":"https://web.example"}""");
        host.Executions.Single().Path.ShouldBe(
        [
            "Advance", "WhichCall", "DescribeStacks", "Advance", "WhichCall", "CreateStack", "Advance", "WhichCall", "Pause", "WhichCall",
            .. Looks, .. Looks, "DescribeStacks", "Advance", "WhichCall", "Ended",
        ]);
    });

    [Fact]
    public void A_stack_is_handed_the_template_the_configuration_and_what_overrides_it() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        request = request with
        {
            Configuration = With(
                request,
                ("TemplateConfiguration", "Packaged::dev.json"), ("Capabilities", "CAPABILITY_IAM, CAPABILITY_AUTO_EXPAND"), ("RoleArn", "arn:aws:iam::123456789012:role/stacks"),
                ("ParameterOverrides", """{"Stage": "prod", "Version": {"Fn::GetParam": ["Packaged", "versions.json", "app"]}, "Bucket": {"Fn::GetArtifactAtt": ["Packaged", "BucketName"]}, "Key": {"Fn::GetArtifactAtt": ["Packaged", "ObjectKey"]}, "Url": {"Fn::GetArtifactAtt": ["Packaged", "URL"]}}""")),
        };

        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);

        var handed = stacks.Handed.Single();
        ((string?)handed["TemplateBody"]).ShouldBe(Template);
        ((JsonArray)handed["Parameters"]!).ToDictionary(one => (string)one!["ParameterKey"]!, one => (string)one!["ParameterValue"]!).ShouldBe(
            new Dictionary<string, string>
            {
                ["Size"] = "3", ["Stage"] = "prod", ["Version"] = "1.2.3", ["Bucket"] = "sluice-artifacts", ["Key"] = "app/Packaged/made-before.zip",
                ["Url"] = "https://sluice-artifacts.s3.us-east-1.amazonaws.com/app/Packaged/made-before.zip",
            },
            ignoreOrder: true);
        handed["Capabilities"]!.ToJsonString().ShouldBe("""["CAPABILITY_IAM","CAPABILITY_AUTO_EXPAND"]""");
        handed["Tags"]!.ToJsonString().ShouldBe("""[{"Key":"team","Value":"web"}]""");
        ((string?)handed["StackPolicyBody"]).ShouldBe("""{"Statement":[]}""");
        ((string?)handed["RoleARN"]).ShouldBe("arn:aws:iam::123456789012:role/stacks");
    });

    [Fact]
    public void A_template_too_long_for_a_call_is_fetched_from_the_artifact_bucket() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        var template = Template + new string(' ', 60_000);
        var packaged = await host.Suite.Get<ActionArtifacts>().WriteAsync(request with { ActionExecutionId = "long" }, "Packaged", new MemoryStream(Zips.Of(("packaged.json", template))), CancellationToken.None);
        request = request with { InputArtifacts = new Dictionary<string, Platform.Objects.ObjectRef> { ["Packaged"] = packaged } };

        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);

        var at = host.Suite.Objects.All.Single(one => one.Key.EndsWith(".template", StringComparison.Ordinal));
        ((string?)stacks.Handed.Single()["TemplateURL"]).ShouldBe($"https://sluice-artifacts.s3.us-east-1.amazonaws.com/{at.Key}");
        stacks.Handed.Single().ContainsKey("TemplateBody").ShouldBeFalse();
        Encoding.UTF8.GetString(host.Suite.Objects[at]).ShouldBe(template);
    });

    [Fact]
    public void Everything_that_is_wrong_with_overrides_is_told_and_nothing_is_changed() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        request = request with { Configuration = With(request, ("ParameterOverrides", """{"A": ["x"], "B": {"Fn::GetParam": ["Packaged", "none.json", "x"]}, "C": {"Fn::GetArtifactAtt": ["Other", "URL"]}, "D": {"Fn::GetArtifactAtt": ["Packaged", "Size"]}}""")) };

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Failed);
        foreach (var fault in new[] { "A: A text", "B: The artifact 'Packaged' has no file 'none.json'", "C: 'Other' is none of the action's input artifacts", "D: 'Size' is no attribute" })
        {
            result.Message!.ShouldContain(fault);
        }

        stacks.Status.ShouldBeNull();
    });

    [Fact]
    public void No_updates_are_a_success_with_the_outputs() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE").Outputs["Url"] = "u";
        stacks.HasNoChanges = true;

        var result = await host.RunAsync(request);

        (result.Status, result.Message).ShouldBe((ActionStatus.Succeeded, "No updates are to be performed: the stack is in the state CREATE_COMPLETE."));
        result.OutputVariables!["Url"].ShouldBe("u");
    });

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("UPDATE_IN_PROGRESS")]
    public void A_stack_that_cannot_be_updated_is_told_in_CloudFormations_words(string status) => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.With(status);
        host.Serve = (call, parameters) => call == "DescribeStacks" ? new JsonObject { ["Stacks"] = new JsonArray(new JsonObject { ["StackId"] = stacks.StackId, ["StackStatus"] = status }) } : stacks.Serve(call, parameters);

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Failed);
        result.Message!.ShouldContain($"is in {status} state and can not be updated");
    });

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("CREATE_FAILED")]
    [InlineData("DELETE_FAILED")]
    [InlineData("UPDATE_ROLLBACK_FAILED")]
    public void A_failed_stack_is_replaced_if_that_is_wanted(string status) => Play("REPLACE_ON_FAILURE", async (host, stacks, request) =>
    {
        var before = stacks.With(status).StackId;

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        stacks.StackId.ShouldNotBe(before);
        host.Calls.Select(call => call.Call).Where(call => call != "DescribeStacks").ShouldBe(["DeleteStack", "CreateStack"]);
    });

    [Fact]
    public void A_stack_that_has_not_failed_is_updated_also_if_it_may_be_replaced() => Play("REPLACE_ON_FAILURE", async (host, stacks, request) =>
    {
        stacks.With("UPDATE_ROLLBACK_COMPLETE");
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
        stacks.Status.ShouldBe("UPDATE_COMPLETE");
    });

    [Fact]
    public void What_failed_first_in_a_stack_is_told() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE");
        (stacks.EndsAs, stacks.ReasonMeanwhile) = ("UPDATE_ROLLBACK_COMPLETE", "The following resource(s) failed to update: [Topic].");
        foreach (var (resource, status, reason, token) in new[]
        {
            ("Queue", "CREATE_FAILED", "Resource creation cancelled", $"{request.ActionExecutionId}-update"), ("Topic", "UPDATE_FAILED", "Topic is not yours", $"{request.ActionExecutionId}-update"), ("Old", "CREATE_FAILED", "long ago", "another"),
        })
        {
            stacks.Events.Add(new JsonObject { ["LogicalResourceId"] = resource, ["ResourceType"] = "AWS::SNS::Topic", ["ResourceStatus"] = status, ["ResourceStatusReason"] = reason, ["ClientRequestToken"] = token });
        }

        var result = await host.RunAsync(request);

        (result.Status, result.Message).ShouldBe((ActionStatus.Failed, "The stack is in the state UPDATE_ROLLBACK_COMPLETE. Topic (AWS::SNS::Topic): Topic is not yours"));
        result.ExternalExecutionId.ShouldBe(stacks.StackId);
    });

    [Fact]
    public void Where_events_tell_nothing_the_stacks_own_reason_is_told() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        (stacks.EndsAs, stacks.ReasonMeanwhile) = ("ROLLBACK_COMPLETE", "The following resource(s) failed to create: [Topic].");
        (await host.RunAsync(request)).Message.ShouldBe("The stack is in the state ROLLBACK_COMPLETE. The following resource(s) failed to create: [Topic].");
    });

    [Fact]
    public void A_machine_that_dies_of_the_events_leaves_what_is_known() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.EndsAs = "ROLLBACK_COMPLETE";
        host.Serve = (call, parameters) =>
        {
            if (call == "DescribeStackEvents")
            {
                host.Engine.Stop(host.Executions[0].Arn, "States.DataLimitExceeded", "too much");
            }

            return stacks.Serve(call, parameters);
        };
        await host.StartAsync(request);
        await host.Executions[0].Completion;
        host.Result.ShouldBeNull();

        await host.Suite.Get<RecoverAction>().RecoverAsync(MachineHost.EventOf(host.Changes.Last()));

        host.Result!.Message.ShouldBe("The stack is in the state ROLLBACK_COMPLETE.");
    });

    [Fact]
    public void A_stop_cancels_an_update_and_waits_for_its_end() => Play("CREATE_UPDATE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE");
        host.Serve = (call, parameters) =>
        {
            var answer = stacks.Serve(call, parameters);
            if (call == "UpdateStack")
            {
                host.StopAsync().GetAwaiter().GetResult();
            }

            return answer;
        };

        var result = await host.RunAsync(request);

        (result.Status, result.Message).ShouldBe((ActionStatus.Failed, "Stopped: enough. The stack is in the state UPDATE_ROLLBACK_COMPLETE. User Initiated"));
        host.Calls.Count(call => call.Call == "CancelUpdateStack").ShouldBe(1);
        stacks.Status.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
    });

    [Fact]
    public void A_stop_that_comes_first_changes_nothing() => Play("CREATE_UPDATE", async (host, _, request) =>
    {
        await host.StopAsync();
        (await host.RunAsync(request)).Message.ShouldBe("Stopped: enough");
        host.Calls.ShouldBeEmpty();
    });

    [Theory]
    [InlineData(null)]
    [InlineData("CREATE_COMPLETE")]
    public void A_stack_is_deleted_and_one_that_is_not_there_is_a_success(string? status) => Play("DELETE_ONLY", async (host, stacks, request) =>
    {
        if (status is not null)
        {
            stacks.With(status);
        }

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        stacks.Status.ShouldBe(status is null ? null : "DELETE_COMPLETE");
        result.OutputVariables.ShouldBeNull();
    });

    /// <summary>How a SAM application is released: packaged by a build, planned, approved by a person, and carried out.</summary>
    [Theory]
    [InlineData(null, "CREATE", "CREATE_COMPLETE")]
    [InlineData("UPDATE_COMPLETE", "UPDATE", "UPDATE_COMPLETE")]
    public void A_change_set_is_planned_and_then_executed(string? before, string type, string after)
    {
        var stacks = new FakeCloudFormation();
        if (before is not null)
        {
            stacks.With(before);
            stacks.ChangeSets["release"] = new JsonObject { ["ChangeSetName"] = "release", ["ChangeSetId"] = "old", ["Status"] = "CREATE_COMPLETE", ["ExecutionStatus"] = "AVAILABLE" };
        }

        Play("CHANGE_SET_REPLACE", stacks, async (host, request) =>
        {
            var planned = await host.RunAsync(request);
            planned.Status.ShouldBe(ActionStatus.Succeeded, planned.Message);
            planned.ExternalExecutionId.ShouldEndWith(":changeSet/release/1");
            planned.OutputVariables.ShouldBeNull();
        });
        ((string?)stacks.Handed.Single()["ChangeSetType"]).ShouldBe(type);
        stacks.Outputs["Url"] = "u";

        Play("CHANGE_SET_EXECUTE", stacks, async (host, request) =>
        {
            var executed = await host.RunAsync(request with { InputArtifacts = new Dictionary<string, Platform.Objects.ObjectRef>() });
            executed.Status.ShouldBe(ActionStatus.Succeeded, executed.Message);
            executed.OutputVariables!["Url"].ShouldBe("u");
            host.Executions.Single().Path.ShouldBe(
            [
                "Advance", "WhichCall", "ListChangeSets", "Advance", "WhichCall", "ExecuteChangeSet", "Advance", "WhichCall", "Pause", "WhichCall",
                .. Looks, .. Looks, "DescribeStacks", "Advance", "WhichCall", "Ended",
            ]);
        });
        stacks.Status.ShouldBe(after);
    }

    [Fact]
    public void A_change_set_without_changes_is_a_success_when_it_is_planned_and_when_it_is_executed()
    {
        var stacks = new FakeCloudFormation { HasNoChanges = true }.With("CREATE_COMPLETE");
        Play("CHANGE_SET_REPLACE", stacks, async (host, request) => (await host.RunAsync(request)).Message.ShouldBe("The change set has no changes."));
        Play("CHANGE_SET_EXECUTE", stacks, async (host, request) =>
        {
            (await host.RunAsync(request)).Message.ShouldBe("No updates are to be performed: the stack is in the state CREATE_COMPLETE.");
            host.Calls.ShouldNotContain(call => call.Call == "ExecuteChangeSet");
        });
    }

    [Fact]
    public void A_change_set_that_is_not_there_cannot_be_executed() => Play("CHANGE_SET_EXECUTE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE");
        (await host.RunAsync(request)).Message.ShouldBe("The stack 'web' has no change set 'release'.");
    });

    [Fact]
    public void An_old_change_set_may_take_its_time_to_go() => Play("CHANGE_SET_REPLACE", async (host, stacks, request) =>
    {
        stacks.With("CREATE_COMPLETE");
        var refusals = 3;
        host.Serve = (call, parameters) => call == "CreateChangeSet" && refusals-- > 0
            ? throw new Sluice.Local.StateMachines.Tasks.TaskFailedException("CloudFormation.AlreadyExistsException", "ChangeSet release already exists")
            : stacks.Serve(call, parameters);

        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
    });

    internal static void Play(string mode, Func<ActionHost, FakeCloudFormation, ActionRequest, Task> scenario)
    {
        var stacks = new FakeCloudFormation();
        Play(mode, stacks, (host, request) => scenario(host, stacks, request));
    }

    internal static void Play(string mode, FakeCloudFormation stacks, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost { Serve = stacks.Serve };
        host.Time.Run(async () =>
        {
            var configuration = new Dictionary<string, string> { ["ActionMode"] = mode, ["StackName"] = "web", ["TemplatePath"] = "Packaged::packaged.json", ["ChangeSetName"] = "release" };
            await scenario(host, await host.RequestAsync("Deploy/CloudFormation", configuration, Packaged));
            return true;
        });
    }

    private static Dictionary<string, string> With(ActionRequest request, params (string Key, string Value)[] more)
    {
        var configuration = request.Configuration.ToDictionary();
        foreach (var (key, value) in more)
        {
            configuration[key] = value;
        }

        return configuration;
    }
}
