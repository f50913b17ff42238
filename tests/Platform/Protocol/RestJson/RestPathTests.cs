using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Tests.Protocol.RestJson;

public sealed class RestPathTests
{
    [Theory]
    [InlineData("/v1/domain", "/v1/domain", "")]
    [InlineData("/v1/domain", "/v1/domains", null)]
    [InlineData("/v1/domain", "/v1/domain/", null)]
    [InlineData("/v1/domain", "/v1", null)]
    [InlineData("/", "/", "")]
    [InlineData("/", "/a", null)]
    [InlineData("/a/{name}", "/a/b", "name=b")]
    [InlineData("/a/{name}", "/a/b%2Fc%20d", "name=b/c d")]
    [InlineData("/a/{name}", "/a/b+c", "name=b+c")]
    [InlineData("/a/{name}", "/a/", null)]
    [InlineData("/a/{name}", "/a/b/c", null)]
    [InlineData("/a/{name}/b/{other}", "/a/x/b/y", "name=x&other=y")]
    [InlineData("/a/{path+}", "/a/b", "path=b")]
    [InlineData("/a/{path+}", "/a/b/c//d%2Fe", "path=b/c//d/e")]
    [InlineData("/a/{path+}", "/a/", null)]
    [InlineData("/a/{path+}", "/a", null)]
    [InlineData("/{path+}/tail/{name}", "/a/b/tail/c", "path=a/b&name=c")]
    [InlineData("/{path+}/tail/{name}", "/a/b/c", null)]
    public void Takes_the_labels_of_a_path(string pattern, string path, string? labels)
    {
        var match = new RestPath(pattern).Match(path);
        (match is null ? null : string.Join('&', match.Select(label => $"{label.Key}={label.Value}"))).ShouldBe(labels);
    }

    [Theory]
    [InlineData("/a?tagging", "tagging", true)]
    [InlineData("/a?tagging", "tagging=", true)]
    [InlineData("/a?tagging", "a=b&tagging=c", true)]
    [InlineData("/a?tagging", "acl", false)]
    [InlineData("/a?type=2", "type=2", true)]
    [InlineData("/a?type=2", "type=1", false)]
    [InlineData("/a", "anything=1", true)]
    public void Asks_for_the_constants_of_the_query(string pattern, string query, bool fits) =>
        new RestPath(pattern).Fits(Sluice.Platform.Protocol.DecodedQuery.Of(query)).ShouldBe(fits);
}
