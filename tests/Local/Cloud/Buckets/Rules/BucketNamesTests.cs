using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Tests.Cloud.Buckets.Rules;

public sealed class BucketNamesTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("my.bucket-1", true)]
    [InlineData("0ab", true)]
    [InlineData("ab", false)]
    [InlineData("Abc", false)]
    [InlineData("a_b", false)]
    [InlineData("-ab", false)]
    [InlineData("ab-", false)]
    [InlineData("a..b", false)]
    [InlineData("192.168.5.4", false)]
    [InlineData("192.168.5.4.5", true)]
    [InlineData("xn--ab", false)]
    [InlineData("ab-s3alias", false)]
    [InlineData("abc\n", false)]
    public void Names_are_S3s(string name, bool isGood) => BucketNames.IsGood(name).ShouldBe(isGood);

    [Fact]
    public void A_name_has_up_to_63_characters()
    {
        BucketNames.IsGood(new string('a', 63)).ShouldBeTrue();
        BucketNames.IsGood(new string('a', 64)).ShouldBeFalse();
    }
}
