using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages.md has people type is typed, into a shell with the real <c>aws</c> and npm.</summary>
public sealed class PackagesPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Packages_are_published_tagged_and_fetched()
    {
        ClientProgram.Need("npm");
        var shell = new UserShell(suite, "packages");
        var home = Directory.CreateDirectory(Path.Combine(suite.Folder, "npm-home")).FullName;

        // npm has a home of its own: its settings are the user's.
        var told = await shell.RunAsync([$"export HOME='{home}' npm_config_userconfig='{home}/.npmrc' npm_config_update_notifier=false DOTNET_CLI_HOME='{home}' DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1", .. DocsPage.Read("packages.md").Blocks("sh")]);

        told.ShouldContain("Successfully configured npm");
        told.ShouldContain("+ @my-org/hello@1.0.0");
        told.ShouldContain("{ latest: '1.0.0', stable: '1.0.0' }");
        told.ShouldContain("Your package was pushed.");
        told.ShouldContain("| MyOrg.Tools | 1.0.0 ");
        told.ShouldContain("Published\nhello.txt\n");
        told.ShouldContain("\"externalConnectionName\": \"public:npmjs\"");
    }
}
