using System.Text.Json;
using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Tests.Starting;

public sealed class StartDeploymentTests
{
    private const string AppSpec = "version: 0.0\nResources: [{f: {Type: AWS::Lambda::Function, Properties: {Name: fn, Alias: live}}}]";

    [Fact]
    public void The_same_action_is_one_deployment_and_its_newest_token_gets_the_answer()
    {
        using var world = World();

        world.Time.Run(async () =>
        {
            var manifest = new Release().Manifest(world.Objects);
            await world.StartAsync(manifest, actionExecutionId: "same");
            await world.StartAsync(manifest, actionExecutionId: "same");
            await world.CompleteAsync();
            await world.StartAsync(manifest, actionExecutionId: "same");
        });

        world.Executions.ShouldHaveSingleItem();
        world.Machines.Actions.Keys.ShouldBe(["action-2", "action-3"]);
    }

    [Fact]
    public void An_appspec_in_the_artifact_wins()
    {
        using var world = World();
        var zip = Artifacts.Zip(("bootstrap", "#!", 0b111_101_101), ("appspec.yaml", AppSpec, 0));

        Start(world, zip, [], ("appspec.yml", "not: this one"));

        world.Executions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_appspecs_in_one_place_are_refused()
    {
        using var world = World();

        Start(world, Artifacts.Package("x"), [], ("appspec.yml", AppSpec), ("appspec.json", "{}")).ShouldContain("the repository has appspec.yml and appspec.json");
    }

    [Fact]
    public void A_missing_appspec_says_where_it_looked_and_shows_one()
    {
        using var world = World();

        var message = Start(world, Artifacts.Package("x"), []);

        message.ShouldContain("looked for appspec.yml, appspec.yaml, appspec.json at the root of the artifact and of the repository");
        message.ShouldContain("Type: AWS::Lambda::Function");
    }

    [Fact]
    public void Function_and_alias_in_the_configuration_do_without_an_appspec()
    {
        using var world = World();

        Start(world, Artifacts.Package("x"), new() { ["FunctionName"] = "fn", ["FunctionAlias"] = "live" });

        world.Executions.ShouldHaveSingleItem();
    }

    [Fact]
    public void All_faults_of_all_parts_are_told_at_once_and_nothing_is_left()
    {
        using var world = World();
        var configuration = new Dictionary<string, string> { ["DeployStrategy"] = "Steps.0@5s", ["ErrorAlarm"] = "lots", ["FunctionAlias"] = "other", ["Allarms"] = "x" };

        var message = Start(world, Artifacts.Zip(("readme.md", "", 0), ("src/bootstrap", "", 0)), configuration, ("appspec.yml", AppSpec));

        message.ShouldContain("Allarms: is not known here");
        message.ShouldContain("0 % is no step");
        message.ShouldContain("not 'lots'");
        message.ShouldContain("readme.md and 1 more");
        world.Events.ShouldBeEmpty();
        world.Time.Run(async () => (await world.Table.GetAsync(Sluice.Deployments.Keys.DeploymentKeys.Action("action-execution-1"))).ShouldBeNull());
    }

    [Theory]
    [InlineData("bootstrap", 0b110_100_100, "its 'bootstrap' is not executable")]
    [InlineData("a.runtimeconfig.json,b.runtimeconfig.json", 0, "found a.runtimeconfig.json, b.runtimeconfig.json")]
    [InlineData("", 0, "the package is empty")]
    [InlineData("src/bootstrap,readme/a.md", 0, "found no file there, and 2 in folders")]
    public void A_package_that_Lambda_could_not_run_is_refused(string files, int mode, string says)
    {
        using var world = World();
        var zip = Artifacts.Zip([.. files.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, "", mode))]);

        Start(world, zip, [], ("appspec.yml", AppSpec)).ShouldContain(says);
    }

    [Fact]
    public void A_dotnet_assembly_is_told_by_its_runtimeconfig()
    {
        using var world = new DeploymentWorld();

        Start(world, Artifacts.Zip(("Shop.runtimeconfig.json", "{}", 0), ("Shop.dll", "", 0)), [], ("appspec.yml", AppSpec));

        world.Lambda.Changes[0].ShouldBe("create fn (dotnet10, Shop)");
    }

    [Fact]
    public void A_bake_that_ends_before_its_alarm_can_see_anything_is_refused()
    {
        using var world = World();

        Start(world, Artifacts.Package("x"), new() { ["DeployStrategy"] = "Steps.10@60s", ["ErrorAlarm"] = "5%" }, ("appspec.yml", AppSpec))
            .ShouldContain("the bake of 60 s at 10 % is too short for the alarm to see it; expected at least 120 s");
    }

    [Theory]
    [InlineData("FunctionName", "other", "FunctionName: 'other' was expected to be the appspec's 'fn'; leave it out, or make them agree")]
    [InlineData("FunctionAlias", "test", "FunctionAlias: 'test' was expected to be the appspec's 'live'")]
    [InlineData("DeployStrategy", "AllAtOnce", "DeployStrategy: stands beside the Strategy of the appspec; expected the steps in one place: leave out either this (the command's --steps) or that")]
    public void A_configuration_that_says_something_else_than_the_appspec_is_refused(string key, string value, string says)
    {
        using var world = World();

        Start(world, Artifacts.Package("x"), new() { [key] = value }, ("appspec.yml", AppSpec + "\nStrategy: {Equal: 3, Every: 1m}")).ShouldContain(says);
    }

    [Theory]
    [InlineData("\nStrategy: {Steps: [{Percent: 20, Bake: 1s}]}", "fn:live 1 2:20%")]
    [InlineData("\nStrategy: {Rollback: {Steps: [{Percent: 5, Bake: 1m}]}}", "fn:live 1 2:10%")]
    [InlineData("", "fn:live 1 2:10%")]
    public void The_appspecs_steps_win_over_the_default_ones(string block, string first)
    {
        using var world = World();

        Start(world, Artifacts.Package("x"), new() { ["DefaultStrategy"] = "Steps.10@1s" }, ("appspec.yml", AppSpec + block));

        world.Lambda.Changes.ShouldContain(first);
    }

    [Fact]
    public void An_appspec_for_a_service_is_refused()
    {
        using var world = World();
        const string service = "version: 0.0\nResources: [{s: {Type: AWS::ECS::Service, Properties: {TaskDefinition: 'shop:2', LoadBalancerInfo: {ContainerName: web, ContainerPort: 80}}}}]";

        Start(world, Artifacts.Package("x"), [], ("appspec.yml", service)).ShouldContain("appspec.yml: Resources: AWS::Lambda::Function was expected: this action moves the traffic of a function");
    }

    [Fact]
    public void Without_a_package_and_a_version_there_is_nothing_to_release()
    {
        using var world = World();

        Start(world, null, [], ("appspec.yml", AppSpec)).ShouldContain("artifact: there is none, and the appspec names no TargetVersion: nothing could be released");
    }

    [Fact]
    public void An_artifact_that_is_gone_is_told_of()
    {
        using var world = World();
        world.Time.Run(() => world.StartAsync(new ObjectRef("objects", "manifests/gone")));

        Told(world).ShouldBe("The artifact is not there: There is no object at s3://objects/manifests/gone.");
    }

    [Fact]
    public void A_manifest_without_content_is_refused()
    {
        using var world = World();
        world.Time.Run(() => world.StartAsync(world.Objects.Add("manifests/empty", "null"u8.ToArray())));

        Told(world).ShouldContain("inputArtifacts: the artifact's manifest is empty");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void One_artifact_is_deployed(int count)
    {
        using var world = World();
        var artifacts = Enumerable.Range(0, count).ToDictionary(n => $"build-{n}", _ => new Release().Manifest(world.Objects));
        ActionRequest request = new("action-1", "shop", "run-1", "Production", "Deploy", "action-execution-1", new Dictionary<string, string>(), artifacts, []) { Provider = "Lambda" };

        world.Time.Run(() => world.InvokeAsync("StartDeployment", JsonSerializer.SerializeToNode(request, SluiceJson.Options)!));

        Told(world).ShouldContain($"inputArtifacts: one input artifact was expected, not {count}");
    }

    [Fact]
    public void Something_that_is_no_zip_is_refused()
    {
        using var world = World();

        Start(world, [1, 2, 3], [], ("appspec.yml", AppSpec)).ShouldContain("it is no zip that can be read");
    }

    private static DeploymentWorld World()
    {
        var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        return world;
    }

    private static string Start(DeploymentWorld world, byte[]? zip, Dictionary<string, string> configuration, params (string Name, string Content)[] documents)
    {
        world.Time.Run(async () =>
        {
            var manifest = Artifacts.Manifest(world.Objects, zip is null ? null : Artifacts.Store(world.Objects, "artifact.zip", zip), null, documents);
            await world.StartAsync(manifest, configuration);
            await world.CompleteAsync();
        });
        return Told(world);
    }

    private static string Told(DeploymentWorld world) => (string)world.Machines.Actions["action-1"].Single()!["message"]!;
}
