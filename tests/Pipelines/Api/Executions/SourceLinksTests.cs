using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Tests.Api.Executions;

public sealed class SourceLinksTests
{
    [Theory]
    [InlineData("https://github.com/acme/shop.git", "https://github.com/acme/shop/tree/main", "https://github.com/acme/shop/commit/abc")]
    [InlineData("https://gitlab.com/acme/web/shop", "https://gitlab.com/acme/web/shop/-/tree/main", "https://gitlab.com/acme/web/shop/-/commit/abc")]
    [InlineData("https://bitbucket.org/acme/shop/", "https://bitbucket.org/acme/shop/src/main", "https://bitbucket.org/acme/shop/commits/abc")]
    [InlineData("https://git.example.com/acme/shop.git", null, null)]
    [InlineData("/srv/shop", null, null)]
    [InlineData("", null, null)]
    public void Hosts_whose_pages_are_known_have_links(string repository, string? branch, string? revision)
    {
        var source = new SourceCommit("Checkout", repository, "main", "abc");

        (SourceLinks.Branch(source), SourceLinks.Revision(source)).ShouldBe((branch, revision));
    }

    [Fact]
    public void What_a_source_says_of_itself_is_taken() =>
        SourceLinks.Revision(new SourceCommit("Checkout", "", "", "abc") { Url = "https://example.com/abc" }).ShouldBe("https://example.com/abc");
}
