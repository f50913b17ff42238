using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Configurations;

public sealed class ConfigurationTests : IDisposable
{
    private const string Canary = "'trafficRoutingConfig':{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':15,'canaryInterval':5}}";
    private const string Hosts = "'minimumHealthyHosts':{'type':'HOST_COUNT','value':1}";
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("CodeDeployDefault.OneAtATime", "Server", "{'type':'FLEET_PERCENT','value':99}")]
    [InlineData("CodeDeployDefault.HalfAtATime", "Server", "{'type':'FLEET_PERCENT','value':50}")]
    [InlineData("CodeDeployDefault.AllAtOnce", "Server", "{'type':'FLEET_PERCENT','value':0}")]
    [InlineData("CodeDeployDefault.LambdaAllAtOnce", "Lambda", "{'type':'AllAtOnce'}")]
    [InlineData("CodeDeployDefault.LambdaCanary10Percent5Minutes", "Lambda", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':5}}")]
    [InlineData("CodeDeployDefault.LambdaCanary10Percent10Minutes", "Lambda", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':10}}")]
    [InlineData("CodeDeployDefault.LambdaCanary10Percent15Minutes", "Lambda", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':15}}")]
    [InlineData("CodeDeployDefault.LambdaCanary10Percent30Minutes", "Lambda", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':30}}")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery1Minute", "Lambda", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':1}}")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery2Minutes", "Lambda", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':2}}")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery3Minutes", "Lambda", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':3}}")]
    [InlineData("CodeDeployDefault.LambdaLinear10PercentEvery10Minutes", "Lambda", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':10}}")]
    [InlineData("CodeDeployDefault.ECSAllAtOnce", "ECS", "{'type':'AllAtOnce'}")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes", "ECS", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':5}}")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent15Minutes", "ECS", "{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':15}}")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery1Minutes", "ECS", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':1}}")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery3Minutes", "ECS", "{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':3}}")]
    public async Task Each_predefined_configuration_is_there_with_its_content(string name, string platform, string content)
    {
        var told = await GetAsync(name);
        ((string)told["computePlatform"]!).ShouldBe(platform);
        (told["trafficRoutingConfig"] ?? told["minimumHealthyHosts"]).ShouldSay(ApiWorld.Json(content).ToJsonString());
        ((string)told["deploymentConfigId"]!).ShouldStartWith("00000000-0000-0000-0000-0000000000");
    }

    [Fact]
    public async Task The_predefined_ones_are_listed_first_and_once()
    {
        foreach (var n in Enumerable.Range(0, 105))
        {
            await CreateAsync($"mine-{n:D3}");
        }

        var first = await _api.CallAsync("ListDeploymentConfigs");
        var second = await _api.CallAsync("ListDeploymentConfigs", $"{{'nextToken':'{first["nextToken"]}'}}");
        var names = first["deploymentConfigsList"]!.AsArray().Concat(second["deploymentConfigsList"]!.AsArray()).Select(name => (string)name!).ToList();
        names.Count.ShouldBe(17 + 105);
        names.Take(17).ShouldAllBe(name => name.StartsWith("CodeDeployDefault."));
        names.Distinct().Count().ShouldBe(names.Count);
        second["nextToken"].ShouldBeNull();
    }

    [Fact]
    public async Task A_configuration_is_told_of_as_it_was_made()
    {
        var created = await CreateAsync("slow");
        var told = await GetAsync("slow");
        ((string)told["deploymentConfigId"]!).ShouldBe((string)created["deploymentConfigId"]!);
        told["trafficRoutingConfig"].ShouldSay("""{"type":"TimeBasedCanary","timeBasedCanary":{"canaryPercentage":15,"canaryInterval":5}}""");
        told["minimumHealthyHosts"].ShouldBeNull();
        told["createTime"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_configuration_for_servers_has_healthy_hosts_and_zones()
    {
        await _api.CallAsync(
            "CreateDeploymentConfig",
            "{'deploymentConfigName':'zones','minimumHealthyHosts':{'type':'FLEET_PERCENT','value':75},"
            + "'zonalConfig':{'firstZoneMonitorDurationInSeconds':600,'monitorDurationInSeconds':60,'minimumHealthyHostsPerZone':{'type':'HOST_COUNT','value':1}}}");
        var told = await GetAsync("zones");
        ((string)told["computePlatform"]!).ShouldBe("Server");
        told["zonalConfig"].ShouldSay(
            """{"firstZoneMonitorDurationInSeconds":600,"monitorDurationInSeconds":60,"minimumHealthyHostsPerZone":{"type":"HOST_COUNT","value":1}}""");
    }

    [Fact]
    public async Task A_list_of_steps_is_an_extra_field()
    {
        await _api.CallAsync(
            "CreateDeploymentConfig",
            "{'deploymentConfigName':'steps','computePlatform':'Lambda','steps':[{'percent':0.5,'bakeSeconds':60},{'percent':10,'pause':true},{'percent':50,'bakeSeconds':600}]}");
        (await GetAsync("steps"))["steps"]!.ToJsonString()
            .ShouldBe("""[{"percent":0.5,"bakeSeconds":60},{"percent":10,"pause":true},{"percent":50,"bakeSeconds":600}]""");
    }

    [Fact]
    public async Task A_name_that_says_its_steps_is_answered_for_and_not_listed()
    {
        var told = await GetAsync("Steps.10@5m,50@pause");
        told["steps"]!.ToJsonString().ShouldBe("""[{"percent":10,"bakeSeconds":300},{"percent":50,"pause":true}]""");
        ((string)told["deploymentConfigName"]!).ShouldBe("Steps.10@5m,50@pause");
        (await _api.CallAsync("ListDeploymentConfigs"))["deploymentConfigsList"]!.AsArray().Select(name => (string)name!).ShouldNotContain(name => name.StartsWith("Steps."));
        (await _api.RefusedAsync("DeleteDeploymentConfig", "{'deploymentConfigName':'Steps.10@5m'}")).Code.ShouldBe("InvalidOperationException");
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_steps_of_a_name_is_told_at_once()
    {
        var (code, message) = await _api.RefusedAsync("GetDeploymentConfig", "{'deploymentConfigName':'Steps.50@5m,10@5m,100@1s'}");
        code.ShouldBe("InvalidDeploymentConfigNameException");
        message.ShouldContain("10 % follows 50 %");
        message.ShouldContain("100 % is no step");
    }

    [Theory]
    [InlineData("{}", "DeploymentConfigNameRequiredException")]
    [InlineData("{'deploymentConfigName':'a b'," + Hosts + "}", "InvalidDeploymentConfigNameException")]
    [InlineData("{'deploymentConfigName':'CodeDeployDefault.Mine'," + Hosts + "}", "InvalidDeploymentConfigNameException")]
    [InlineData("{'deploymentConfigName':'Steps.10@5m','computePlatform':'Lambda'," + Canary + "}", "InvalidDeploymentConfigNameException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Mainframe'," + Hosts + "}", "InvalidComputePlatformException")]
    [InlineData("{'deploymentConfigName':'mine'}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine','minimumHealthyHosts':{'type':'FLEET_PERCENT','value':101}}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine','minimumHealthyHosts':{'type':'HOST_COUNT','value':-1}}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine','minimumHealthyHosts':{'type':'SOME','value':1}}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine','minimumHealthyHosts':{'value':1}}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine'," + Hosts + "," + Canary + "}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine'," + Hosts + ",'steps':[{'percent':10,'bakeSeconds':60}]}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine'," + Hosts + ",'zonalConfig':{'monitorDurationInSeconds':-1}}", "InvalidZonalDeploymentConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda'}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda'," + Hosts + "," + Canary + "}", "InvalidMinimumHealthyHostValueException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'ECS','zonalConfig':{}," + Canary + "}", "InvalidZonalDeploymentConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'ECS','steps':[]," + Canary + "}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'ECS','steps':[{'percent':10}]}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':100,'canaryInterval':5}}}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'TimeBasedCanary','timeBasedCanary':{'canaryPercentage':10,'canaryInterval':2881}}}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'TimeBasedLinear','timeBasedLinear':{'linearPercentage':10,'linearInterval':321}}}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'TimeBasedLinear'}}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'AllAtOnce','timeBasedLinear':{'linearPercentage':10,'linearInterval':3}}}", "InvalidTrafficRoutingConfigurationException")]
    [InlineData("{'deploymentConfigName':'mine','computePlatform':'Lambda','trafficRoutingConfig':{'type':'Sometimes'}}", "InvalidTrafficRoutingConfigurationException")]
    public async Task A_configuration_that_is_wrong_is_not_made(string input, string code)
    {
        (await _api.RefusedAsync("CreateDeploymentConfig", input)).Code.ShouldBe(code);
        (await _api.CallAsync("ListDeploymentConfigs"))["deploymentConfigsList"]!.AsArray().Count.ShouldBe(17);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var (_, message) = await _api.RefusedAsync(
            "CreateDeploymentConfig",
            "{'deploymentConfigName':'CodeDeployDefault.Mine','computePlatform':'Lambda','minimumHealthyHosts':{'type':'FLEET_PERCENT','value':200}}");
        message.ShouldContain("which is for predefined configurations");
        message.ShouldContain("minimumHealthyHosts: is for the compute platform Server only");
        message.ShouldContain("0 to 100 was expected, not 200");
        message.ShouldContain("trafficRoutingConfig: is required");
    }

    [Fact]
    public async Task A_second_configuration_of_a_name_is_refused()
    {
        await CreateAsync("mine");
        (await _api.RefusedAsync("CreateDeploymentConfig", "{'deploymentConfigName':'mine','computePlatform':'Lambda'," + Canary + "}")).Code
            .ShouldBe("DeploymentConfigAlreadyExistsException");
    }

    [Fact]
    public async Task A_configuration_that_groups_use_is_not_deleted_until_none_does()
    {
        await CreateAsync("mine");
        await _api.CreateGroupAsync("shop", more: "{'deploymentConfigName':'mine'}");
        await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda", "{'deploymentConfigName':'mine'}", "second"));
        (await DeleteRefusedAsync("mine")).ShouldBe("DeploymentConfigInUseException");
        await _api.CallAsync("UpdateDeploymentGroup", "{'applicationName':'shop','currentDeploymentGroupName':'live','deploymentConfigName':'Steps.10@5m'}");
        (await DeleteRefusedAsync("mine")).ShouldBe("DeploymentConfigInUseException");
        await _api.CallAsync("DeleteDeploymentGroup", "{'applicationName':'shop','deploymentGroupName':'second'}");
        await _api.CallAsync("DeleteDeploymentConfig", "{'deploymentConfigName':'mine'}");
        (await _api.RefusedAsync("GetDeploymentConfig", "{'deploymentConfigName':'mine'}")).Code.ShouldBe("DeploymentConfigDoesNotExistException");
    }

    [Fact]
    public async Task A_predefined_configuration_is_not_deleted_and_one_that_is_not_there_is_no_error()
    {
        (await DeleteRefusedAsync("CodeDeployDefault.AllAtOnce")).ShouldBe("InvalidOperationException");
        await _api.CallAsync("DeleteDeploymentConfig", "{'deploymentConfigName':'nothing'}");
    }

    private async Task<string> DeleteRefusedAsync(string name) => (await _api.RefusedAsync("DeleteDeploymentConfig", $"{{'deploymentConfigName':'{name}'}}")).Code;

    private async Task<System.Text.Json.Nodes.JsonNode> GetAsync(string name) =>
        (await _api.CallAsync("GetDeploymentConfig", $"{{'deploymentConfigName':'{name}'}}"))["deploymentConfigInfo"]!;

    private Task<System.Text.Json.Nodes.JsonNode> CreateAsync(string name) =>
        _api.CallAsync("CreateDeploymentConfig", $"{{'deploymentConfigName':'{name}','computePlatform':'Lambda',{Canary}}}");
}
