using System.Text.Json;
using Sluice.Deployments.Model;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Starting;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Tests.ControlPlane.Actions;

/// <summary>Deploy actions of pipelines that name a deployment group.</summary>
public sealed class GroupActionTests : IDisposable
{
    private const string LambdaSpec = "version: 0.0\nResources: [{f: {Type: AWS::Lambda::Function, Properties: {Name: fn, Alias: live, TargetVersion: '2'}}}]";
    private const string EcsSpec = "version: 0.0\nResources: [{s: {Type: AWS::ECS::Service, Properties: {TaskDefinition: <TASK_DEFINITION>, LoadBalancerInfo: {ContainerName: web, ContainerPort: 80}}}}]";
    private const string Definition = """{"family": "web", "containerDefinitions": [{"name": "web", "image": "<IMAGE1_NAME>"}]}""";
    private readonly ApiWorld _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MemoryObjects Objects => (MemoryObjects)_world.Get<IObjectStore>();

    [Fact]
    public async Task An_action_is_a_deployment_of_the_group_with_all_that_the_group_says()
    {
        await _world.CreateGroupAsync("shop", more: "{'deploymentConfigName':'CodeDeployDefault.LambdaCanary10Percent5Minutes','alarmConfiguration':{'enabled':true,'alarms':[{'name':'errors'}]}}");

        await StartAsync(CodeDeploy("shop"));
        await StartAsync(CodeDeploy("shop") with { TaskToken = "action-2" });

        var id = ((await _world.CallAsync("ListDeployments", "{'externalId':'run-1'}"))["deployments"]!.AsArray()).ShouldHaveSingleItem()!.GetValue<string>();
        ((await _world.CallAsync("ListDeployments", "{'applicationName':'shop','deploymentGroupName':'live'}"))["deployments"]!.AsArray()).ShouldHaveSingleItem();
        var info = (await _world.CallAsync("GetDeployment", $"{{'deploymentId':'{id}'}}"))["deploymentInfo"]!;
        ((string)info["applicationName"]!, (string)info["deploymentGroupName"]!, (string)info["creator"]!, (string)info["externalId"]!).ShouldBe(("shop", "live", "user", "run-1"));
        ((string)info["deploymentConfigName"]!).ShouldBe("CodeDeployDefault.LambdaCanary10Percent5Minutes");
        ((string)info["revision"]!["s3Location"]!["key"]!).ShouldBe("app.zip");
        ((string)info["description"]!).ShouldBe("Action Production/Deploy of the pipeline shop, execution run-1");
        var record = await _world.Get<DeploymentStore>().GetAsync(id, Cancellation);
        (record.ActionToken, record.Plan.Alarms.Names.ShouldHaveSingleItem(), record.Plan.Steps.Count).ShouldBe(("action-2", "errors", 1));
    }

    [Fact]
    public async Task Its_end_is_told_with_the_deployments_id_and_a_stop_of_the_action_ends_it()
    {
        await _world.CreateGroupAsync("shop", more: "{'queueDeployments':true}");
        await StartAsync(CodeDeploy("shop"));
        await StartAsync(CodeDeploy("shop", execution: "action-execution-2") with { TaskToken = "action-2" });

        await _world.Get<DeploymentActions>().StopAsync(new ActionStop("CodeDeploy", "shop", "run-1", "Production", "Deploy", "action-execution-2", "enough", ActionService.Deployment), Cancellation);

        var result = Result("action-2");
        (result.Status, result.Message!).ShouldSatisfyAllConditions(told => told.Status.ShouldBe(ActionStatus.Failed), told => told.Item2.ShouldContain("enough"));
        result.OutputVariables.ShouldBe(new Dictionary<string, string> { ["DeploymentId"] = result.ExternalExecutionId });
    }

    [Fact]
    public async Task An_appspec_of_the_repository_stands_in_for_one_in_the_zip()
    {
        await _world.CreateGroupAsync("shop");
        var manifest = World.Artifacts.Manifest(Objects, World.Artifacts.Store(Objects, "app.zip", World.Artifacts.Package("x")), null, ("appspec.yml", LambdaSpec));

        await StartAsync(CodeDeploy("shop") with { InputArtifacts = new Dictionary<string, ObjectRef> { ["app"] = manifest } });

        Machines.Actions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nowhere", "live", "no application")]
    [InlineData("shop", "nowhere", "nowhere")]
    [InlineData("fleet", "live", "deployments to servers are not built yet")]
    [InlineData("web", "live", "the application's compute platform is ECS, and the appspec is for Lambda")]
    public async Task What_cannot_be_deployed_to_fails_the_action_and_says_why(string application, string group, string expected)
    {
        await _world.CreateGroupAsync("shop");
        await _world.CreateGroupAsync("fleet", "Server");
        await _world.CreateGroupAsync("web", "ECS");

        await StartAsync(CodeDeploy(application) with { Configuration = new Dictionary<string, string> { ["ApplicationName"] = application, ["DeploymentGroupName"] = group } });

        Result("action-1").Message!.ShouldContain(expected, Case.Insensitive);
        (await _world.CallAsync("ListDeployments"))["deployments"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_is_busy_fails_the_action_unless_it_queues()
    {
        await _world.CreateGroupAsync("shop");
        await StartAsync(CodeDeploy("shop"));

        await StartAsync(CodeDeploy("shop", execution: "action-execution-2") with { TaskToken = "action-2" });

        Result("action-2").Message!.ShouldContain("of the deployment group 'live' has not ended");
    }

    [Fact]
    public async Task Keys_that_are_missing_or_not_known_are_told_together()
    {
        await StartAsync(CodeDeploy("shop") with { Configuration = new Dictionary<string, string> { ["Aplication"] = "x" } });

        Result("action-1").Message!.Split('\n').ShouldBe(
        [
            "action configuration: ApplicationName: is required", "action configuration: DeploymentGroupName: is required",
            "action configuration: Aplication: is not known here; expected one of ApplicationName, DeploymentGroupName",
        ]);
    }

    [Fact]
    public async Task An_unknown_provider_is_named()
    {
        await StartAsync(CodeDeploy("shop") with { Provider = "Elsewhere" });

        Result("action-1").Message.ShouldBe("The provider 'Elsewhere' deploys nothing here; expected one of CodeDeploy, CodeDeployToECS, Lambda.");
    }

    [Fact]
    public async Task Images_are_put_into_the_task_definition_which_the_machine_is_to_register()
    {
        await _world.CreateGroupAsync("web", "ECS");

        await StartAsync(ToEcs(EcsSpec, Definition, """{"ImageURI":"registry/web@sha256:12"}"""));

        Machines.Actions.ShouldBeEmpty();
        var record = await DeploymentAsync();
        var plan = record.Plan.Target.ShouldBeOfType<EcsPlan>();
        plan.TaskSet.Registration!.Parameters.ToJsonString().ShouldBe("""{"Family":"web","ContainerDefinitions":[{"Name":"web","Image":"registry/web@sha256:12"}]}""");
        var (registered, also) = NewTaskDefinition.Registered(record, "arn:task-definition/web:7", _world.Time.GetUtcNow());
        registered.Service().TaskSet.TaskDefinition.ShouldBe("arn:task-definition/web:7");
        registered.Request!.Revision.ShouldBe(RevisionOf(EcsSpec.Replace("<TASK_DEFINITION>", "arn:task-definition/web:7", StringComparison.Ordinal)));
        also.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task All_that_is_wrong_with_templates_and_images_is_told_at_once()
    {
        await _world.CreateGroupAsync("web", "ECS");
        var request = ToEcs(EcsSpec.Replace("<TASK_DEFINITION>", "web:1", StringComparison.Ordinal), """{"family": "web"}""", "{}");
        var more = new Dictionary<string, string>(request.Configuration) { ["Image2ArtifactName"] = "image", ["Image3ContainerName"] = "X", ["Image4ArtifactName"] = "nowhere", ["Image4ContainerName"] = "Y" };

        await StartAsync(request with { Configuration = more });

        var message = Result("action-1").Message!;
        foreach (var part in new[]
        {
            "appspec.yaml: Resources: names no <TASK_DEFINITION>", "taskdef.json: containerDefinitions: is required", "image::imageDetail.json: {\"ImageURI\"",
            "Image2ContainerName: is required with Image2ArtifactName", "Image3ArtifactName: is required with Image3ContainerName", "inputArtifacts.nowhere: is no input artifact of the action, which has source, image",
        })
        {
            message.ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_commit_without_a_zip_has_no_templates()
    {
        await _world.CreateGroupAsync("web", "ECS");
        var request = ToEcs(EcsSpec, Definition, """{"ImageURI":"web:1"}""");

        await StartAsync(request with { InputArtifacts = new Dictionary<string, ObjectRef>(request.InputArtifacts) { ["source"] = World.Artifacts.Manifest(Objects, null) } });

        Result("action-1").Message!.ShouldContain("inputArtifacts.source: is a commit without a zip, so that taskdef.json cannot be read");
    }

    public void Dispose() => _world.Dispose();

    private EngineMachines Machines => (EngineMachines)_world.Get<IStateMachines>();

    private static RevisionLocation RevisionOf(string appSpec) =>
        Sluice.Deployments.Revisions.RevisionUse.WithoutText(new RevisionLocation { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Content = appSpec } })!;

    private async Task<Deployment> DeploymentAsync()
    {
        var id = (string)(await _world.CallAsync("ListDeployments"))["deployments"]![0]!;
        return await _world.Get<DeploymentStore>().GetAsync(id, Cancellation);
    }

    private Task StartAsync(ActionRequest request) => _world.Get<DeploymentActions>().StartAsync(request, Cancellation);

    private ActionResult Result(string token) => Machines.Actions[token][^1].Deserialize<ActionResult>(SluiceJson.Options)!;

    private ActionRequest CodeDeploy(string application, string execution = "action-execution-1") => Request(
        "CodeDeploy",
        execution,
        new Dictionary<string, string> { ["ApplicationName"] = application, ["DeploymentGroupName"] = "live" },
        new Dictionary<string, ObjectRef> { ["app"] = World.Artifacts.Manifest(Objects, World.Artifacts.Store(Objects, "app.zip", World.Artifacts.Zip(("appspec.yml", LambdaSpec, 0)))) });

    private ActionRequest ToEcs(string appSpec, string definition, string image) => Request(
        "CodeDeployToECS",
        "action-execution-1",
        new Dictionary<string, string>
        {
            ["ApplicationName"] = "web", ["DeploymentGroupName"] = "live", ["TaskDefinitionTemplateArtifact"] = "source", ["AppSpecTemplateArtifact"] = "source",
            ["Image1ArtifactName"] = "image", ["Image1ContainerName"] = "IMAGE1_NAME",
        },
        new Dictionary<string, ObjectRef>
        {
            ["source"] = World.Artifacts.Manifest(Objects, World.Artifacts.Store(Objects, "source.zip", World.Artifacts.Zip(("appspec.yaml", appSpec, 0), ("taskdef.json", definition, 0)))),
            ["image"] = World.Artifacts.Manifest(Objects, World.Artifacts.Store(Objects, "image.zip", World.Artifacts.Zip(("imageDetail.json", image, 0)))),
        });

    private static ActionRequest Request(string provider, string execution, Dictionary<string, string> configuration, Dictionary<string, ObjectRef> inputs) =>
        new("action-1", "shop", "run-1", "Production", "Deploy", execution, configuration, inputs, []) { Category = "Deploy", Owner = "AWS", Provider = provider };
}
