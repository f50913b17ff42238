using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Buckets.Rules;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-3", 10, 0, 4)]
    [InlineData("bytes=5-", 10, 5, 5)]
    [InlineData("bytes=-3", 10, 7, 3)]
    [InlineData("bytes=-30", 10, 0, 10)]
    [InlineData("bytes=9-9", 10, 9, 1)]
    [InlineData("bytes=5-100", 10, 5, 5)]
    public void A_range_is_what_of_it_is_there(string header, long size, long first, long length) => ByteRange.Of(header, size).ShouldBe(new ByteRange(first, length));

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=3-1")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("bytes=+1-2")]
    [InlineData("bytes=99999999999999999999-")]
    public void What_is_no_range_is_the_whole_object(string? header) => ByteRange.Of(header, 10).ShouldBeNull();

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=0-", 0)]
    [InlineData("bytes=-5", 0)]
    public void A_range_of_which_nothing_is_there_is_refused(string header, long size) => Should.Throw<ApiException>(() => ByteRange.Of(header, size)).Code.ShouldBe("InvalidRange");

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=2-2", 2, 1)]
    public void A_copy_names_both_ends(string header, long first, long length) => ByteRange.OfCopy(header, 10).ShouldBe(new ByteRange(first, length));

    [Theory]
    [InlineData("bytes=0-10")]
    [InlineData("bytes=0-")]
    [InlineData("bytes=-3")]
    [InlineData("bytes=3-2")]
    public void A_copy_of_what_is_not_there_is_refused(string header) => Should.Throw<ApiException>(() => ByteRange.OfCopy(header, 10)).Code.ShouldBe("InvalidArgument");
}
