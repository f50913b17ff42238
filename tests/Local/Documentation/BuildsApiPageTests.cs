using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/builds-api.md has people type is typed, from its first line to its last, and prints what it says.</summary>
public sealed class BuildsApiPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task The_examples_print_what_the_page_says()
    {
        ClientProgram.Need("openssl");
        var page = DocsPage.Read("builds-api.md");

        var told = await new UserShell(suite, "builds-api").RunAsync([.. page.Blocks("sh")]);

        told.ShouldBe(string.Concat(page.Blocks("text")));
    }
}
