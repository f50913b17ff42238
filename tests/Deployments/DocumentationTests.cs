using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda.Releases;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Tests.AppSpecs;
using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests;

/// <summary>What the pages about deployments tell people to copy works, in virtual time, and what they list is whole.</summary>
public sealed partial class DocumentationTests
{
    private static readonly DocsPage _page = DocsPage.Read("deployments.md");
    private static readonly DocsPage _strategies = _page.Section("## Strategies");

    public static TheoryData<string> Strategies => [.. _strategies.Blocks("sh").Where(block => block.Contains("create-deployment ", StringComparison.Ordinal))];

    public static TheoryData<string> AppSpecs => [.. _strategies.Blocks("yaml")];

    [Fact]
    public void Each_kind_of_strategy_has_an_example() => (Strategies.Count, AppSpecs.Count).ShouldBe((7, 3));

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_strategy_moves_all_traffic_in_its_time(string commands)
    {
        var revision = RevisionFile().Match(_page.Section("## From nothing to a canary").Text).Groups["json"].Value;

        using var world = Deployed((JsonObject)JsonNode.Parse(revision)!, commands);

        world.Alias("hello").ShouldBe("2");
    }

    [Theory]
    [MemberData(nameof(AppSpecs))]
    public void An_appspec_with_a_strategy_moves_all_traffic_in_its_time(string appSpec)
    {
        using var world = Deployed(Revision(appSpec), commands: "");

        world.Alias("hello").ShouldBe("2");
    }

    [Fact]
    public void The_way_back_is_gone_in_its_steps()
    {
        var appSpec = _strategies.Section("### The way back").Blocks("yaml").Single();

        using var world = Deployed(Revision(appSpec), commands: "", meanwhile: world => world.AtAsync(seconds: 400, world.StopAsync));

        world.Lambda.Changes.ShouldBe(["hello:live 1 2:10%", "hello:live 1 2:50%", "hello:live 1 2:25%", "hello:live 1 2:5%", "hello:live 1"]);
    }

    [Fact]
    public void The_appspec_of_a_pipeline_is_read() =>
        Read(_page.Section("## As a pipeline's action").Blocks("yaml").Single()).Hooks.Select(hook => hook.Function).ShouldBe(["hello-smoke-test", "hello-smoke-test"]);

    [Fact]
    public void The_configuration_of_a_pipeline_is_read()
    {
        var settings = DeploySettingsReader.Read(JsonSerializer.Deserialize<Dictionary<string, string>>(_page.Section("## As a pipeline's action").Blocks("json").Single())!);

        settings.Steps.ShouldBe([new TrafficStep(10, 300), new TrafficStep(50, 600)]);
        settings.ErrorAlarm.ShouldBe(new ErrorAlarm(5, 60));
        settings.Alarms.Names.ShouldBe(["hello-latency"]);
    }

    [Fact]
    public void The_appspec_for_ECS_is_read_whole()
    {
        var spec = Read(DocsPage.Read("deployments-ecs.md").Section("## The appspec").Blocks("yaml").Single()).ShouldBeOfType<EcsAppSpec>();

        spec.Hooks.Select(hook => hook.EventName).Distinct().Count().ShouldBe(5);
        (spec.TaskSet.PlatformVersion, spec.TaskSet.Network is null, spec.TaskSet.CapacityProviders!.Count, spec.Strategy!.Steps!.Count).ShouldBe(("LATEST", false, 1, 2));
    }

    [Fact]
    public void The_example_for_a_missing_appspec_is_read() =>
        Read(AppSpecSearch.Example).ShouldBeOfType<LambdaAppSpec>().FunctionName.ShouldBe("my-function");

    [Fact]
    public void Every_error_that_the_machines_name_is_explained()
    {
        var page = DocsPage.Read("deployment-machines.md").Text;
        foreach (Match name in ErrorName().Matches(DeploymentWorld.Definition.Text + DeploymentWorld.EcsDefinition.Text))
        {
            page.ShouldContain($"`{name.Groups["name"].Value}`");
        }
    }

    private static AppSpec Read(string text) => SuiteAppSpecs.Reader.Read("appspec.yml", Encoding.UTF8.GetBytes(text));

    private static JsonObject Revision(string appSpec) =>
        new() { ["revisionType"] = "AppSpecContent", ["appSpecContent"] = new JsonObject { ["content"] = appSpec } };

    /// <summary>A deployment of version 2 over the API, to its end. Whoever waits for a person is continued.</summary>
    private static DeploymentWorld Deployed(JsonObject revision, string commands, Func<DeploymentWorld, Task>? meanwhile = null)
    {
        var world = new DeploymentWorld();
        world.Lambda.Add("hello", versions: 2, at: "1");
        world.Lambda.Add("hello-smoke-test", alias: null);
        world.ReportFrom("hello-smoke-test");
        world.Time.Run(async () =>
        {
            await ArrangeAsync(world, commands);
            var input = new JsonObject { ["applicationName"] = "shop", ["deploymentGroupName"] = "live", ["revision"] = revision.DeepClone() };
            if (commands.Length > 0)
            {
                input["deploymentConfigName"] = ConfigurationName().Match(commands).Groups["name"].Value;
            }

            var id = (string)(await world.Api.CallAsync("CreateDeployment", input))!["deploymentId"]!;
            var besides = meanwhile?.Invoke(world) ?? ContinueAsync(world, id);
            await world.CompleteAsync();
            await besides;
            (await StatusAsync(world, id)).ShouldBe(meanwhile is null ? "Succeeded" : "Stopped");
        });
        return world;
    }

    private static async Task ArrangeAsync(DeploymentWorld world, string commands)
    {
        await world.Api.CallAsync("CreateApplication", new JsonObject { ["applicationName"] = "shop", ["computePlatform"] = "Lambda" });
        await world.Api.CallAsync("CreateDeploymentGroup", new JsonObject
        {
            ["applicationName"] = "shop",
            ["deploymentGroupName"] = "live",
            ["serviceRoleArn"] = "arn:aws:iam::123456789012:role/deploy",
            ["deploymentStyle"] = new JsonObject { ["deploymentType"] = "BLUE_GREEN", ["deploymentOption"] = "WITH_TRAFFIC_CONTROL" },
        });
        if (OwnCanary().Match(commands) is { Success: true } own)
        {
            await world.Api.CallAsync("CreateDeploymentConfig", new JsonObject
            {
                ["deploymentConfigName"] = own.Groups["name"].Value,
                ["computePlatform"] = "Lambda",
                ["trafficRoutingConfig"] = new JsonObject
                {
                    ["type"] = "TimeBasedCanary",
                    ["timeBasedCanary"] = new JsonObject
                    {
                        ["canaryPercentage"] = int.Parse(own.Groups["percent"].Value),
                        ["canaryInterval"] = int.Parse(own.Groups["minutes"].Value),
                    },
                },
            });
        }
    }

    private static async Task ContinueAsync(DeploymentWorld world, string id)
    {
        await world.DelayAsync(600);
        if (await StatusAsync(world, id) == "Ready")
        {
            await world.ContinueAsync();
        }
    }

    private static async Task<string> StatusAsync(DeploymentWorld world, string id) =>
        (string)(await world.Api.CallAsync("GetDeployment", new JsonObject { ["deploymentId"] = id }))!["deploymentInfo"]!["status"]!;

    [GeneratedRegex("cat > revision.json <<'EOF'\n(?<json>.*?)EOF", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RevisionFile();

    [GeneratedRegex(@"create-deployment .*--deployment-config-name (?<name>\S+)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigurationName();

    [GeneratedRegex(@"create-deployment-config --deployment-config-name (?<name>\S+).*canaryPercentage=(?<percent>\d+),canaryInterval=(?<minutes>\d+)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnCanary();

    [GeneratedRegex("\"(?<name>[A-Za-z]+\\.?[A-Za-z]+Exception)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorName();
}
