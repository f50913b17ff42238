using System.Text.Json.Nodes;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>A deployment whose task definition its machine registers.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void The_task_set_has_the_revision_that_ECS_gave()
    {
        using var world = EcsScenarios.All.Single(scenario => scenario.Name == "a task definition of its own is registered first").Run();

        ((string)world.Ecs.Created.ShouldHaveSingleItem()["TaskDefinition"]!).ShouldBe("arn:aws:ecs:us-east-1:000000000000:task-definition/web:1");
        world.Ecs.Registered.ShouldHaveSingleItem().ToJsonString().ShouldBe(new JsonObject { ["Family"] = "web" }.ToJsonString());
    }
}
