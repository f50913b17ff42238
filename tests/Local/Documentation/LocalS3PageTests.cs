using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/local-s3.md has people type is typed, into a shell with the real <c>aws</c>.</summary>
public sealed class LocalS3PageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task A_site_is_put_linked_to_versioned_and_pushed()
    {
        var shell = new UserShell(suite, "site");

        var told = await shell.RunAsync([.. DocsPage.Read("local-s3.md").Blocks("sh")]);

        told.ShouldContain("make_bucket: shop-site");
        told.Split("<h1>Open</h1>").Length.ShouldBe(3, told); // By the link, and of the version null.
        told.ShouldContain("False\tFalse\nTrue\n"); // Of two versions and a marker the latter is the newest.
        told.ShouldContain("bucket=shop-site,key=releases/shop.zip,bundleType=zip,eTag=");
    }
}
