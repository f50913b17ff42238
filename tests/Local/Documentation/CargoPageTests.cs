using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-cargo.md has people type is typed, into a shell with the real <c>aws</c> and cargo.</summary>
public sealed class CargoPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Crates_are_published_found_built_and_yanked()
    {
        ClientProgram.Need("cargo");
        var home = Directory.CreateDirectory(Path.Combine(suite.Folder, "cargo-home")).FullName;

        var told = await new UserShell(suite, "cargo").RunAsync(
            [$"export CARGO_HOME='{home}'; exec 2>&1", "aws codeartifact create-domain --domain my-org; aws codeartifact create-repository --domain my-org --repository main", .. DocsPage.Read("packages-cargo.md").Blocks("sh")]);

        told.ShouldContain("Published hello v0.1.0 at registry `main`");
        told.ShouldContain("hello = \"0.1.0\"    # Says hello");
        told.ShouldContain("Compiling hello v0.1.0 (registry `main`)");
        told.ShouldContain("Yank hello@0.1.0");
        told.ShouldContain("Unyank hello@0.1.0");
    }
}
