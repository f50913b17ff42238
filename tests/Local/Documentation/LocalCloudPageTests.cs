using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/local-cloud.md has people type is typed, into a shell with the real <c>aws</c>.</summary>
public sealed class LocalCloudPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_functions_URL_gives_what_it_writes_line_by_line()
    {
        var shell = new UserShell(suite, "lines");

        var told = await shell.RunAsync([.. DocsPage.Read("local-cloud.md").Section("### Function URLs and streamed answers").Blocks("sh")]);

        told.ShouldEndWith("one\ntwo\n");
    }
}
