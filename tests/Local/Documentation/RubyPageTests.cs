using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-ruby.md has people type is typed, into a shell with the real <c>aws</c>, gem and bundler.</summary>
public sealed class RubyPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Gems_are_pushed_found_installed_and_yanked()
    {
        ClientProgram.Need("gem");
        ClientProgram.Need("bundle");
        var home = Directory.CreateDirectory(Path.Combine(suite.Folder, "ruby-home")).FullName;

        var told = await new UserShell(suite, "ruby").RunAsync(
            [$"export HOME='{home}' BUNDLE_SILENCE_ROOT_WARNING=1; exec 2>&1", "aws codeartifact create-domain --domain my-org; aws codeartifact create-repository --domain my-org --repository main", .. DocsPage.Read("packages-ruby.md").Blocks("sh")]);

        told.ShouldContain("Successfully registered gem: hello (0.1.0)");
        told.ShouldContain("hello (0.1.0)\n");
        told.ShouldContain("Successfully installed hello-0.1.0");
        told.ShouldContain("Bundle complete!");
        told.ShouldContain("\nhello\n");
        told.ShouldContain("Successfully deleted gem: hello (0.1.0)");
    }
}
