using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class LoadBalancerCallTests
{
    private const string Prefix = "ElasticLoadBalancingV2.";

    [Fact]
    public async Task Names_and_arns_are_as_aws_has_them_and_the_same_request_again_answers_what_is_there()
    {
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one");
        await balanced.ListenAsync((group, 1));

        balanced.LoadBalancer.ShouldMatch("^arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/shop/[0-9a-f]{16}$");
        group.ShouldMatch("^arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/one/[0-9a-f]{16}$");
        balanced.Listener.ShouldMatch("^arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/shop/[0-9a-f]{16}/[0-9a-f]{16}$");
        (await balanced.GroupAsync("one")).ShouldBe(group);
        var again = await balanced.CallAsync("createLoadBalancer", new { Name = "shop" });
        ((string?)again["LoadBalancers"]![0]!["LoadBalancerArn"]).ShouldBe(balanced.LoadBalancer);
        var shown = (await balanced.CallAsync("describeTargetGroups", new { Names = new[] { "one" } }))["TargetGroups"]![0]!;
        ((string?)shown["LoadBalancerArns"]![0]).ShouldBe(balanced.LoadBalancer);
        ((string?)shown["Matcher"]!["HttpCode"]).ShouldBe("200");
    }

    [Fact]
    public async Task A_listener_with_one_group_shows_it_in_both_ways()
    {
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one");
        var created = await balanced.CallAsync(
            "createListener", new { LoadBalancerArn = balanced.LoadBalancer, Protocol = "HTTP", Port = 0, DefaultActions = new[] { new { Type = "forward", TargetGroupArn = group } } });

        var action = created["Listeners"]![0]!["DefaultActions"]![0]!;

        ((string?)action["TargetGroupArn"]).ShouldBe(group);
        action["ForwardConfig"]!["TargetGroups"]!.ToJsonString().ShouldBe($$"""[{"TargetGroupArn":"{{group}}","Weight":1}]""");
    }

    [Theory]
    [InlineData("""{"Type":"redirect"}""", "InvalidLoadBalancerActionException", "redirect")]
    [InlineData("""{"Type":"forward"}""", "TooManyTargetGroupsException", "1 to 5")]
    [InlineData("""{"Type":"forward","TargetGroupArn":"arn:nobody"}""", "TargetGroupNotFoundException", "arn:nobody")]
    [InlineData("""{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"GROUP","Weight":1000}]}}""", "ElasticLoadBalancingV2Exception", "0 to 999")]
    [InlineData("""{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"GROUP","Weight":-1}]}}""", "ElasticLoadBalancingV2Exception", "0 to 999")]
    [InlineData("""{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"GROUP"},{"TargetGroupArn":"GROUP"}]}}""", "InvalidLoadBalancerActionException", "twice")]
    [InlineData("""{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"GROUP"}],"TargetGroupStickinessConfig":{"Enabled":true}}}""", "InvalidLoadBalancerActionException", "Stickiness")]
    [InlineData("""{"Type":"forward","RedirectConfig":{}}""", "ElasticLoadBalancingV2Exception", "RedirectConfig")]
    public async Task A_forward_action_that_cannot_be_is_refused_and_changes_nothing(string action, string error, string named)
    {
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one");
        await balanced.ListenAsync((group, 1));

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => balanced.CallAsync(
            "modifyListener", new { ListenerArn = balanced.Listener, DefaultActions = new JsonArray(JsonNode.Parse(action.Replace("GROUP", group, StringComparison.Ordinal))) }));

        refusal.Error.ShouldBe(Prefix + error);
        refusal.Cause.ShouldContain(named);
        var shown = await balanced.CallAsync("describeListeners", new { LoadBalancerArn = balanced.LoadBalancer });
        ((string?)shown["Listeners"]![0]!["DefaultActions"]![0]!["TargetGroupArn"]).ShouldBe(group);
    }

    [Theory]
    [InlineData("createLoadBalancer", """{"Name":"-shop"}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("createLoadBalancer", """{"Name":"shop","Type":"network"}""", "InvalidConfigurationRequestException")]
    [InlineData("createLoadBalancer", """{"Name":"shop","Scheme":"internal"}""", "DuplicateLoadBalancerNameException")]
    [InlineData("createTargetGroup", """{"Name":"one","Protocol":"TCP","Port":80}""", "UnsupportedProtocolException")]
    [InlineData("createTargetGroup", """{"Name":"one","Protocol":"HTTP","Port":80,"TargetType":"instance"}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("createTargetGroup", """{"Name":"one","Protocol":"HTTP","Port":80,"HealthCheckIntervalSeconds":0}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("createTargetGroup", """{"Name":"one","Protocol":"HTTP","Port":80,"HealthCheckPath":"health"}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("createTargetGroup", """{"Name":"one","Protocol":"HTTP","Port":80,"Matcher":{"HttpCode":"ok"}}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("describeTargetHealth", """{"TargetGroupArn":"nobody"}""", "TargetGroupNotFoundException")]
    [InlineData("describeListeners", """{"ListenerArns":["nobody"]}""", "ListenerNotFoundException")]
    [InlineData("describeListeners", """{}""", "ElasticLoadBalancingV2Exception")]
    [InlineData("describeLoadBalancers", """{"Names":["nobody"]}""", "LoadBalancerNotFoundException")]
    [InlineData("modifyListener", """{"ListenerArn":"nobody"}""", "ListenerNotFoundException")]
    [InlineData("deleteListener", """{"ListenerArn":"nobody"}""", "ListenerNotFoundException")]
    public async Task What_elastic_load_balancing_refuses_is_refused_by_its_name(string operation, string request, string error)
    {
        await using var balanced = await Balanced.StartAsync();

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => balanced.CallAsync(operation, JsonNode.Parse(request)!));

        refusal.Error.ShouldBe(Prefix + error);
    }

    [Fact]
    public async Task A_target_group_belongs_to_one_load_balancer_and_is_deleted_when_it_is_out_of_use()
    {
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one");
        await balanced.ListenAsync((group, 1));
        var other = (string)(await balanced.CallAsync("createLoadBalancer", new { Name = "other" }))["LoadBalancers"]![0]!["LoadBalancerArn"]!;

        (await RefusalAsync(balanced, "createListener", new { LoadBalancerArn = other, Protocol = "HTTP", Port = 0, DefaultActions = new[] { new { Type = "forward", TargetGroupArn = group } } }))
            .ShouldBe(Prefix + "TargetGroupAssociationLimitException");
        (await RefusalAsync(balanced, "deleteTargetGroup", new { TargetGroupArn = group })).ShouldBe(Prefix + "ResourceInUseException");
        await balanced.CallAsync("deleteLoadBalancer", new { LoadBalancerArn = balanced.LoadBalancer });
        await balanced.CallAsync("deleteTargetGroup", new { TargetGroupArn = group });
        (await RefusalAsync(balanced, "describeTargetHealth", new { TargetGroupArn = group })).ShouldBe(Prefix + "TargetGroupNotFoundException");
        await Should.ThrowAsync<HttpRequestException>(() => balanced.GetAsync());
    }

    [Fact]
    public async Task Health_is_told_with_elbs_reasons()
    {
        await using var sick = await TestTarget.StartAsync();
        sick.Health = 404;
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one", sick);
        (await balanced.HealthAsync(group)).ShouldBe([("unused", "Target.NotInUse", "Target group is not configured to receive traffic from the load balancer")]);

        await balanced.ListenAsync((group, 0));
        await balanced.AwaitAsync(group, "unhealthy");

        (await balanced.HealthAsync(group)).ShouldBe([("unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [404]")]);
        await balanced.WeighAsync((group, 1));
        (await balanced.GetAsync()).ShouldBe("hello", "a group whose targets are all unhealthy fails open");
        sick.Health = 200;
        await balanced.AwaitAsync(group, "healthy");
        var stranger = await balanced.CallAsync("describeTargetHealth", new { TargetGroupArn = group, Targets = new[] { new { Id = "127.0.0.1", Port = 1 } } });
        ((string?)stranger["TargetHealthDescriptions"]![0]!["TargetHealth"]!["Reason"]).ShouldBe("Target.NotRegistered");
    }

    [Fact]
    public async Task The_deregistration_delay_can_be_set_and_attributes_that_nothing_here_follows_are_refused()
    {
        await using var balanced = await Balanced.StartAsync();
        var group = await balanced.GroupAsync("one");

        await balanced.CallAsync("modifyTargetGroupAttributes", Attribute(group, "deregistration_delay.timeout_seconds", "7"));

        var shown = await balanced.CallAsync("describeTargetGroupAttributes", new { TargetGroupArn = group });
        shown["Attributes"]!.AsArray().Single(one => (string?)one!["Key"] == "deregistration_delay.timeout_seconds")!["Value"]!.ToString().ShouldBe("7");
        (await RefusalAsync(balanced, "modifyTargetGroupAttributes", Attribute(group, "stickiness.enabled", "true"))).ShouldBe(Prefix + "InvalidConfigurationRequestException");
        (await RefusalAsync(balanced, "modifyTargetGroupAttributes", Attribute(group, "deregistration_delay.timeout_seconds", "3601"))).ShouldBe(Prefix + "InvalidConfigurationRequestException");
        (await RefusalAsync(balanced, "modifyTargetGroupAttributes", Attribute(group, "nonsense", "1"))).ShouldBe(Prefix + "InvalidConfigurationRequestException");
    }

    private static object Attribute(string group, string key, string value) => new { TargetGroupArn = group, Attributes = new[] { new { Key = key, Value = value } } };

    private static Task<string> RefusalAsync(Balanced balanced, string operation, object request) =>
        balanced.Cloud.RefusalAsync($"elasticloadbalancingv2:{operation}", request);
}
