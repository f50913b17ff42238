using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-images.md has people type is typed, into a shell with the real podman and skopeo.</summary>
public sealed class ImagesPageTests(ImagesSuite suite) : IClassFixture<ImagesSuite>
{
    [Fact]
    public async Task Images_are_pushed_run_copied_and_deleted()
    {
        ClientProgram.Need("skopeo");
        suite.Image.Need();
        var shell = new UserShell(suite, "images");

        var told = await shell.RunAsync([Machine, "aws codeartifact create-domain --domain my-org", "aws codeartifact create-repository --domain my-org --repository main", $"podman tag {PodmanImage.Name} hello:1", .. DocsPage.Read("packages-images.md").Blocks("sh")]);

        told.ShouldContain("Login Succeeded!");
        told.ShouldContain("\nit runs\n");
        told.ShouldContain("\"1.0\"");
        told.ShouldContain("\nSUCCEEDED\n");
        told.ShouldContain($"{suite.Endpoint.Authority}/my-org/main/released/hello linux");
    }

    /// <summary>What this machine's podman wants to be told, which people's does not.</summary>
    private string Machine =>
        $$"""
        export REGISTRY_AUTH_FILE='{{suite.Folder}}/auth.json'
        podman() { if [ "$1" = run ]; then shift; command podman {{suite.Image.Options}} run {{PodmanImage.RunOptions}} "$@"; else command podman {{suite.Image.Options}} "$@"; fi; }
        skopeo() { command skopeo --insecure-policy "$@"; }
        """;
}
