using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

/// <summary>What Elastic Load Balancing, or this machine, refuses, with what was expected.</summary>
public sealed class LoadBalancerRefusalTests
{
    private const string Unmodelled = "ElasticLoadBalancingV2Exception";

    [Theory]
    [InlineData("createTargetGroup", "'Port':null", Unmodelled, "ValidationError: Port is needed")]
    [InlineData("createTargetGroup", "'Port':65536", Unmodelled, "Value '65536' at 'port' failed to satisfy constraint: Member must have value less than or equal to 65535")]
    [InlineData("createTargetGroup", "'Port':0", Unmodelled, "Port '0' is not 1 to 65535")]
    [InlineData("createTargetGroup", "'ProtocolVersion':'GRPC'", Unmodelled, "ProtocolVersion is 'GRPC', and targets of this machine speak HTTP1")]
    [InlineData("createTargetGroup", "'IpAddressType':'ipv6'", Unmodelled, "IpAddressType is 'ipv6', and targets of this machine have ipv4 addresses")]
    [InlineData("createTargetGroup", "'HealthCheckProtocol':'HTTPS'", Unmodelled, "HealthCheckProtocol is 'HTTPS', and targets of this machine are checked by HTTP")]
    [InlineData("createTargetGroup", "'HealthCheckEnabled':false", Unmodelled, "HealthCheckEnabled must be true unless the targets are functions")]
    [InlineData("createTargetGroup", "'HealthCheckPort':'0'", Unmodelled, "HealthCheckPort is '0', and must be 1 to 65535 or 'traffic-port'")]
    [InlineData("createTargetGroup", "'HealthCheckTimeoutSeconds':121", Unmodelled, "Value '121' at 'healthCheckTimeoutSeconds' failed to satisfy constraint: Member must have value less than or equal to 120")]
    [InlineData("createTargetGroup", "'HealthCheckTimeoutSeconds':10,'HealthCheckIntervalSeconds':5", Unmodelled, "Health check timeout '10' must be smaller than or equal to the interval '5'")]
    [InlineData("createTargetGroup", "'HealthyThresholdCount':1", Unmodelled, "Value '1' at 'healthyThresholdCount' failed to satisfy constraint: Member must have value greater than or equal to 2")]
    [InlineData("createTargetGroup", "'UnhealthyThresholdCount':11", Unmodelled, "Value '11' at 'unhealthyThresholdCount' failed to satisfy constraint: Member must have value less than or equal to 10")]
    [InlineData("createTargetGroup", "'Name':'one','Port':81", "DuplicateTargetGroupNameException", "A target group with the same name 'one' exists, but with different settings")]
    [InlineData("createListener", "'Port':65536", Unmodelled, "Value '65536' at 'port' failed to satisfy constraint: Member must have value less than or equal to 65535")]
    [InlineData("createListener", "'Port':null", Unmodelled, "Port is needed: 1 to 65535, or 0 for any free one of this machine")]
    [InlineData("createListener", "'Port':TAKEN,'DefaultActions':[{'Type':'forward','TargetGroupArn':'TWO'}]", "DuplicateListenerException", "A listener already exists on port TAKEN of this load balancer")]
    [InlineData("createTargetGroup", "'HealthCheckIntervalSeconds':301,'HealthyThresholdCount':'x','Protocol':'SPDY','HealthCheckPath':''", Unmodelled, "4 validation errors detected: ")]
    [InlineData("createListener", "'DefaultActions':[{'Type':'drop'}]", Unmodelled, "Value 'drop' at 'defaultActions.1.member.type' failed to satisfy constraint: Member must satisfy enum value set: [forward, ")]
    [InlineData("createListener", "'Protocol':'HTTPS'", "UnsupportedProtocolException", "HTTP is what load balancers of this machine speak")]
    [InlineData("createListener", "'LoadBalancerArn':'nobody'", "LoadBalancerNotFoundException", "Load balancers '[nobody]' not found")]
    [InlineData("createListener", "'DefaultActions':[]", "InvalidLoadBalancerActionException", "DefaultActions must hold exactly one action, and holds 0")]
    [InlineData("createListener", "'DefaultActions':[{'Type':'forward','TargetGroupArn':'ONE','ForwardConfig':{'TargetGroups':[{'TargetGroupArn':'TWO'}]}}]", "InvalidLoadBalancerActionException", "You cannot specify both a target group ARN and a ForwardConfig of other target groups")]
    [InlineData("modifyListener", "'Port':1", "InvalidConfigurationRequestException", "cannot be changed from TAKEN to 1: delete it and create another")]
    [InlineData("modifyListener", "'Protocol':'HTTPS'", "UnsupportedProtocolException", "HTTP is what load balancers of this machine speak")]
    [InlineData("registerTargets", "'Targets':[{'Id':'i-01234567'}]", "InvalidTargetException", "must have an IPv4 address as its Id and a Port of 1 to 65535")]
    [InlineData("registerTargets", "'Targets':[{'Id':'127.0.0.1','Port':0}]", "InvalidTargetException", "a Port of 1 to 65535")]
    [InlineData("registerTargets", "'TargetGroupArn':'nobody'", "TargetGroupNotFoundException", "Target groups 'nobody' not found")]
    [InlineData("deleteLoadBalancer", "'LoadBalancerArn':null", Unmodelled, "Value null at 'loadBalancerArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("deleteTargetGroup", "'TargetGroupArn':null", Unmodelled, "Value null at 'targetGroupArn' failed to satisfy constraint: Member must not be null")]
    public async Task A_request_that_cannot_be_is_refused_with_what_was_expected(string operation, string edit, string error, string says)
    {
        await using var balanced = await Balanced.StartAsync();
        var (one, two) = (await balanced.GroupAsync("one"), await balanced.GroupAsync("two"));
        await balanced.ListenAsync((one, 1));
        var port = balanced.Url.Port.ToString();
        var request = Good(operation, balanced, one);
        var refused = await balanced.Cloud.RefusedAsync($"elasticloadbalancingv2:{operation}", EditedRequest.Of(request, edit.Replace("TAKEN", port).Replace("ONE", one).Replace("TWO", two)));

        refused.Error.ShouldBe($"ElasticLoadBalancingV2.{error}", refused.Cause);
        refused.Cause.ShouldContain(says.Replace("TAKEN", port));
    }

    // Without the edit it would be taken.
    private static JsonObject Good(string operation, Balanced balanced, string group) => operation switch
    {
        "createTargetGroup" => new JsonObject { ["Name"] = "new", ["Protocol"] = "HTTP", ["Port"] = 80, ["TargetType"] = "ip" },
        "createListener" => new JsonObject
        {
            ["LoadBalancerArn"] = balanced.LoadBalancer,
            ["Protocol"] = "HTTP",
            ["Port"] = 0,
            ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = group }),
        },
        "modifyListener" => new JsonObject { ["ListenerArn"] = balanced.Listener },
        "registerTargets" => new JsonObject { ["TargetGroupArn"] = group, ["Targets"] = new JsonArray() },
        _ => [],
    };
}
