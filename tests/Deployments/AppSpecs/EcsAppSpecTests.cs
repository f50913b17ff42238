using Sluice.Deployments.Platforms.Ecs;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.AppSpecs;

public sealed class EcsAppSpecTests
{
    internal const string Whole = """
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:7"
                LoadBalancerInfo:
                  ContainerName: web
                  ContainerPort: 8080
                PlatformVersion: LATEST
                NetworkConfiguration:
                  AwsvpcConfiguration:
                    Subnets: [subnet-1, subnet-2]
                    SecurityGroups: [sg-1]
                    AssignPublicIp: ENABLED
                CapacityProviderStrategy:
                  - {CapacityProvider: FARGATE_SPOT, Base: 1, Weight: 3}
                  - {CapacityProvider: FARGATE, Weight: 1}
        Hooks:
          - BeforeInstall: a
          - AfterInstall: b
          - AfterAllowTestTraffic: {Function: c, TimeoutSeconds: 600}
          - BeforeAllowTraffic: d
          - AfterAllowTraffic: e
        """;

    [Fact]
    public void Reads_all_that_CodeDeploy_documents()
    {
        var spec = SuiteAppSpecs.Reader.ReadInline(Whole).ShouldBeOfType<EcsAppSpec>();

        var taskSet = spec.TaskSet;
        taskSet.TaskDefinition.ShouldBe("arn:aws:ecs:us-east-1:123456789012:task-definition/web:7");
        (taskSet.ContainerName, taskSet.ContainerPort, taskSet.PlatformVersion).ShouldBe(("web", 8080, "LATEST"));
        taskSet.Network!.Subnets.ShouldBe(["subnet-1", "subnet-2"]);
        taskSet.Network.SecurityGroups.ShouldBe(["sg-1"]);
        taskSet.Network.AssignPublicIp.ShouldBe("ENABLED");
        taskSet.CapacityProviders.ShouldBe([new CapacityProviderItem("FARGATE_SPOT", 3, 1), new CapacityProviderItem("FARGATE", 1, 0)]);
        spec.Hooks.Select(hook => $"{hook.EventName}={hook.Function}/{hook.TimeoutSeconds}")
            .ShouldBe(["BeforeInstall=a/", "AfterInstall=b/", "AfterAllowTestTraffic=c/600", "BeforeAllowTraffic=d/", "AfterAllowTraffic=e/"]);
    }

    [Fact]
    public void What_may_be_left_out_is_null()
    {
        var spec = SuiteAppSpecs.Reader.ReadInline("""
            {"version": 0.0, "resources": [{"s": {"type": "AWS::ECS::Service", "properties": {"taskdefinition": "web:7", "loadbalancerinfo": {"containername": "web", "containerport": 80}}}}]}
            """).ShouldBeOfType<EcsAppSpec>();

        spec.TaskSet.ShouldBe(new TaskSetPlan("web:7", "web", 80, null, null, null));
        spec.Hooks.ShouldBeEmpty();
        spec.Strategy.ShouldBeNull();
    }

    [Theory]
    [InlineData("LoadBalancerInfo:", "LoadBalancerInf:", "appspec.yaml:7: Resources[0].TargetService.Properties.LoadBalancerInf: is not known here; did you mean 'LoadBalancerInfo'?")]
    [InlineData("ContainerPort: 8080", "ContainerPort: 0", "appspec.yaml:9: Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: a whole number from 1 to 65535 was expected, not '0'")]
    [InlineData("ContainerPort: 8080", "", "LoadBalancerInfo.ContainerPort: is missing; expected a whole number from 1 to 65535")]
    [InlineData("task-definition/web:7", "service/web:7", "a task definition's ARN, or its family and revision was expected, not 'arn:aws:ecs:us-east-1:123456789012:service/web:7'")]
    [InlineData("PlatformVersion: LATEST", "PlatformVersion: newest", "LATEST or a Fargate platform version such as 1.4.0 was expected, not 'newest'")]
    [InlineData("AssignPublicIp: ENABLED", "AssignPublicIp: true", "AwsvpcConfiguration.AssignPublicIp: one of ENABLED, DISABLED was expected, not 'true'")]
    [InlineData("            AssignPublicIp: ENABLED", "", "AwsvpcConfiguration.AssignPublicIp: is missing; expected ENABLED or DISABLED")]
    [InlineData("ContainerName: web", "ContainerName: 'w b'", "LoadBalancerInfo.ContainerName: a container's name was expected, not 'w b'")]
    [InlineData("ContainerPort: 8080", "ContainerPort: 65536", "a whole number from 1 to 65535 was expected, not '65536'")]
    [InlineData("AwsvpcConfiguration:", "AwsvpcConfig:", "NetworkConfiguration.AwsvpcConfiguration: is missing")]
    [InlineData("SecurityGroups: [sg-1]", "SecurityGroups: [a, b, c, d, e, f]", "AwsvpcConfiguration.SecurityGroups: 1 to 5 were expected, not 6")]
    [InlineData("Subnets: [subnet-1, subnet-2]", "Subnets: []", "AwsvpcConfiguration.Subnets: 1 to 16 were expected, not 0")]
    [InlineData("CapacityProvider: FARGATE_SPOT, ", "", "CapacityProviderStrategy[0].CapacityProvider: is missing")]
    [InlineData("SecurityGroups: [sg-1]", "SecurityGroups: []", "AwsvpcConfiguration.SecurityGroups: 1 to 5 were expected, not 0")]
    [InlineData("            Subnets: [subnet-1, subnet-2]", "", "AwsvpcConfiguration.Subnets: is missing; expected a list of 1 to 16")]
    [InlineData("Weight: 3}", "Weight: 1001}", "CapacityProviderStrategy[0].Weight: a whole number from 0 to 1000 was expected")]
    [InlineData("CapacityProvider: FARGATE,", "CapacityProvider: FARGATE, Base: 2,", "more than one capacity provider has a base")]
    [InlineData("  - AfterInstall: b", "  - AfterInstal: b", "Hooks[1].AfterInstal: is not known here; did you mean 'AfterInstall'?")]
    [InlineData("  - AfterInstall: b", "  - BeforeInstall: b", "Hooks: BeforeInstall is there 2 times; expected it once")]
    public void Tells_what_is_wrong_and_where(string was, string becomes, string fault) =>
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(Whole.Replace(was, becomes))).Message.ShouldContain(fault);

    [Fact]
    public void More_capacity_providers_than_ECS_takes_are_refused() =>
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(
            Whole.Replace("- {CapacityProvider: FARGATE, Weight: 1}", string.Join("\n          ", Enumerable.Range(0, 20).Select(n => $"- {{CapacityProvider: p{n}, Weight: 1}}")))))
            .Message.ShouldContain("CapacityProviderStrategy: 1 to 20 capacity providers were expected, not 21");

    [Fact]
    public void Capacity_providers_of_which_none_has_a_weight_are_refused() =>
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(Whole.Replace("Weight: 3", "Weight: 0").Replace("Weight: 1", "Weight: 0")))
            .Message.ShouldContain("no capacity provider has a weight above 0");
}
