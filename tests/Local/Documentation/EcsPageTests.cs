using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/deployments-ecs.md has people type is typed, into a shell with the real <c>aws</c>.</summary>
public sealed class EcsPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_service_is_deployed_from_nothing()
    {
        var shell = new UserShell(suite, "ecs");

        var told = await shell.RunAsync([.. DocsPage.Read("deployments-ecs.md").Section("## From nothing to a canary").Blocks("sh").Select(WithFreePort)]);

        told.ShouldContain("\nversion one\nversion two\n");
        var target = UserShell.Target(told, "ecsTarget");
        ((string)target["status"]!).ShouldBe("Succeeded");
        target["taskSetsInfo"]!.AsArray().Count(set => (string)set!["status"]! == "PRIMARY" && (int)set["runningCount"]! == 2).ShouldBe(1);
    }

    // Below the range that the system gives out by itself: it is some seconds until the listener takes it.
    private static string WithFreePort(string block) =>
        block.Replace("port=8081", $"port={20_000 + (new LoopbackPorts().Next() % 10_000)}", StringComparison.Ordinal);
}
