using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>When a deployment ends whose hook is silent.</summary>
public sealed class HookTimeTests
{
    [Theory]
    [InlineData("hook", null, 3600)]
    [InlineData("{Function: hook, TimeoutSeconds: 45}", null, 45)]
    [InlineData("hook", "{Function: hook, TimeoutSeconds: 90}", 90)]
    public void A_silent_hook_ends_the_deployment_at_its_own_time(string before, string? after, int seconds)
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        // Only the last hook is silent.
        world.AddHook(payload => after is not null && world.Alias() == "1" ? world.ReportAsync(payload) : Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null));
        var release = new Release { Before = before, After = after, Strategy = "AllAtOnce" };

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
        });

        var record = world.Time.Run(world.RecordAsync);
        record.Stop!.Message.ShouldContain($"did not report within {seconds} s");
        (record.Stop.Time - record.CreateTime).TotalSeconds.ShouldBe(seconds, tolerance: 5);
        (record.CompleteTime!.Value - record.Stop.Time).TotalSeconds.ShouldBeLessThan(5);
        world.Alias().ShouldBe("1");
    }
}
