using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/local-events.md and docs/local-topics.md have people type is typed, and prints what they say.</summary>
public sealed class MessagingPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Theory]
    [InlineData("local-events.md", "## Rules and targets")]
    [InlineData("local-events.md", "## Schedules")]
    [InlineData("local-events.md", "## Objects of S3")]
    [InlineData("local-topics.md", "## Topics")]
    [InlineData("local-topics.md", "## Queues")]
    public async Task The_examples_print_what_the_page_says(string page, string section)
    {
        var shown = DocsPage.Read(page).Section(section);

        var told = await new UserShell(suite, section.Trim('#', ' ')).RunAsync([.. shown.Blocks("sh")]);

        told.ShouldBe(shown.Blocks("text")[0]);
    }
}
