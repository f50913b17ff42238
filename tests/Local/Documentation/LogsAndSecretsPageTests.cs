using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/local-logs.md and docs/local-secrets.md have people type is typed, and prints what they say.</summary>
public sealed class LogsAndSecretsPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Theory]
    [InlineData("local-logs.md", "## Put, read, follow")]
    [InlineData("local-secrets.md", "## Parameters")]
    [InlineData("local-secrets.md", "## Secrets")]
    public async Task The_examples_print_what_the_page_says(string page, string section)
    {
        var shown = DocsPage.Read(page).Section(section);

        var told = await new UserShell(suite, section.Trim('#', ' ')).RunAsync([.. shown.Blocks("sh")]);

        told.ShouldBe(shown.Blocks("text")[0]);
    }
}
