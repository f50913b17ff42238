using Sluice.Local.Tests.Clients;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-api.md has people type is typed, from its first line to its last, and prints what it says.</summary>
public sealed class PackagesApiPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task The_examples_print_what_the_page_says()
    {
        var page = DocsPage.Read("packages-api.md");

        var told = await new UserShell(suite, "packages-api").RunAsync([.. page.Blocks("sh")]);

        told.TrimEnd().ShouldBe(string.Concat(page.Blocks("text")).TrimEnd());
    }

    [Fact]
    public void There_is_an_example_of_each_operation()
    {
        var typed = string.Join('\n', DocsPage.Read("packages-api.md").Blocks("sh"));

        new ServiceModels()["codeartifact"].Operations.Keys.Except(PackagesRulesPageTests.Ours).Select(AwsOperationsTests.Command).Where(command => !typed.Contains($"aws codeartifact {command} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
