using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-swift.md has people type is typed: the requests of Swift's package manager by curl, and the login of <c>aws</c>.</summary>
public sealed class SwiftPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Login = "aws codeartifact login --tool swift --domain my-org --repository main --namespace mona";

    [Fact]
    public async Task A_release_is_published_and_fetched()
    {
        var page = DocsPage.Read("packages-swift.md");
        page.Blocks("text")[0].Trim().ShouldBe(Login);

        var told = await new UserShell(suite, "swift").RunAsync(["aws codeartifact create-domain --domain my-org", "aws codeartifact create-repository --domain my-org --repository main", .. page.Blocks("sh"), $"HOME=$PWD {Login} --dry-run"]);

        told.ShouldContain("\n201\n");
        told.ShouldContain("\"1.0.0\": {\n");
        told.ShouldContain("\"id\": \"mona.LinkedList\"");
        told.ShouldContain("\"description\": \"One thing links to another.\"");
        told.ShouldContain("\nimport PackageDescription\n");
        told.ShouldContain("{\"identifiers\":[\"mona.LinkedList\"]}");
        told.ShouldContain("login token password ");
        told.ShouldContain($"swift package-registry set {suite.Endpoint}artifacts/my-org/swift/main/ --scope mona");
        told.ShouldContain($"swift package-registry login {suite.Endpoint}artifacts/my-org/swift/main/login");
    }
}
