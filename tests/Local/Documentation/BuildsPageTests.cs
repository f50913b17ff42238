using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/builds.md has people type is typed, and prints what it says.</summary>
public sealed class BuildsPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_project_is_made_and_built()
    {
        var shown = DocsPage.Read("builds.md").Section("## Projects and builds");

        var told = await new UserShell(suite, "builds").RunAsync([.. shown.Blocks("sh")]);

        told.ShouldBe(shown.Blocks("text")[0]);
    }
}
