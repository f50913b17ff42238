using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

public sealed class CanonicalPathTests
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("//", "/")]
    [InlineData("/a/b", "/a/b")]
    [InlineData("/a/b/", "/a/b/")]
    [InlineData("/a//b", "/a/b")]
    [InlineData("/a/./b", "/a/b")]
    [InlineData("/a/../b", "/b")]
    [InlineData("/../b", "/b")]
    [InlineData("/a%20b", "/a%2520b")]
    [InlineData("/functions/arn%3Aaws/invocations", "/functions/arn%253Aaws/invocations")]
    [InlineData("/a:b", "/a%3Ab")]
    [InlineData("/-._~", "/-._~")]
    public void Is_normalised_and_encoded_once_more(string path, string expected) => CanonicalPath.Write(path).ShouldBe(expected);
}
