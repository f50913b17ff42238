using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.CloudFormation;

/// <summary>How a SAM application is released, by the machines of pipelines and of actions together: a build packages it, a change set is planned, a person approves, and it is carried out.</summary>
public sealed class SamReleaseTests
{
    [Theory]
    [InlineData(ApprovalStatus.Approved, PipelineExecutionStatus.Succeeded, "CREATE_COMPLETE")]
    [InlineData(ApprovalStatus.Rejected, PipelineExecutionStatus.Failed, "REVIEW_IN_PROGRESS")]
    public void What_is_packaged_is_planned_approved_and_executed(ApprovalStatus said, PipelineExecutionStatus status, string stack)
    {
        var stacks = new FakeCloudFormation();
        using var host = new ActionHost { Serve = stacks.Serve, RunsPipelines = true };
        host.Build = async request => await PackageAsync(host, request);
        host.Time.Run(async () =>
        {
            await host.Suite.Get<PipelineCatalog>().CreateAsync("sam.json", Document());
            host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
            var id = await host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));
            await WaitAsync(host);
            stacks.Status.ShouldBe("REVIEW_IN_PROGRESS");
            stacks.ChangeSets.Keys.ShouldBe(["release"]);

            var approval = (await host.Suite.RunAsync(id)).FindStage("Release")!.Running.Single();
            await host.Suite.Get<ApprovalResults>().TakeAsync(
                new PutApprovalResultInput { PipelineName = "app", StageName = "Release", ActionName = "Approve", Token = approval.ActionExecutionId, Result = new ApprovalResult { Status = said, Summary = "looked at it" } }, "ann", CancellationToken.None);
            await WaitAsync(host);

            (await host.Suite.RunAsync(id)).Status.ShouldBe(status);
            stacks.Status.ShouldBe(stack);
            ((string?)stacks.Handed.Single()["TemplateBody"]).ShouldBe("{\"Resources\": {}}");
            return true;
        });
    }

    private static async Task<ActionResult> PackageAsync(ActionHost host, ActionRequest request)
    {
        var made = await host.Suite.Get<ActionArtifacts>().WriteAsync(request, "Package", new MemoryStream(Zips.Of(("packaged.json", "{\"Resources\": {}}"))), CancellationToken.None);
        return new ActionResult(ActionStatus.Succeeded, "build", null, null, new Dictionary<string, ObjectRef> { ["Package"] = made });
    }

    private static async Task WaitAsync(ActionHost host)
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await host.DeliverAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), host.Time);
        }
    }

    private static string Document()
    {
        var planned = new JsonObject { ["ActionMode"] = "CHANGE_SET_REPLACE", ["StackName"] = "web", ["ChangeSetName"] = "release", ["TemplatePath"] = "Package::packaged.json" };
        var executed = new JsonObject { ["ActionMode"] = "CHANGE_SET_EXECUTE", ["StackName"] = "web", ["ChangeSetName"] = "release" };
        var approval = PipelineText.Approval("Approve");
        approval["runOrder"] = 2;
        return PipelineText.Begin()
            .Stage("Build", PipelineText.Build("Package", outputs: "Package"))
            .Stage("Release", PipelineText.Action("Plan", "Deploy/AWS/CloudFormation", inputs: "Package", configuration: planned), approval, PipelineText.Action("Execute", "Deploy/AWS/CloudFormation", runOrder: 3, configuration: executed))
            .ToString();
    }
}
