using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Tests.Cloud.Buckets.Rules;

public sealed class ObjectKeysTests
{
    [Theory]
    [InlineData("a/", "a0")]
    [InlineData("a\u007F", "a\u0080")]
    [InlineData("a\uD7FF", "a\uE000")]
    [InlineData("a\uFFFF", "a\U00010000")]
    [InlineData("a\U0010FFFF", "b")]
    [InlineData("\U0010FFFF", null)]
    [InlineData("", null)]
    public void After_a_prefix_comes_the_least_text_that_does_not_begin_with_it(string prefix, string? after) => ObjectKeys.After(prefix).ShouldBe(after);

    [Fact]
    public void Keys_are_in_the_order_of_their_UTF8_bytes() => ObjectKeys.Compare("\uFFEE", "\U00010000").ShouldBeLessThan(0);
}
