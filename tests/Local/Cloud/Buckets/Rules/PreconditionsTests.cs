using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Buckets.Rules;

public sealed class PreconditionsTests
{
    private const string Before = "Thu, 01 Jan 2026 00:00:00 GMT";
    private const string Then = "Fri, 02 Jan 2026 00:00:00 GMT";
    private const string After = "Sat, 03 Jan 2026 00:00:00 GMT";
    private static readonly ObjectVersion There = new() { ETag = "abc", Content = "c", LastModified = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("\"abc\"", null, null, null, null)]
    [InlineData("abc", null, null, null, null)]
    [InlineData("*", null, null, null, null)]
    [InlineData("\"x\", \"abc\"", null, null, null, null)]
    [InlineData("\"x\"", null, null, null, "PreconditionFailed")]
    [InlineData("\"ABC\"", null, null, null, "PreconditionFailed")]
    [InlineData(null, "\"abc\"", null, null, "NotModified")]
    [InlineData(null, "W/\"abc\"", null, null, "NotModified")]
    [InlineData(null, "\"x\"", null, null, null)]
    [InlineData(null, null, Before, null, null)]
    [InlineData(null, null, Then, null, "NotModified")]
    [InlineData(null, null, After, null, "NotModified")]
    [InlineData(null, null, null, Before, "PreconditionFailed")]
    [InlineData(null, null, null, Then, null)]
    [InlineData("\"abc\"", null, null, Before, null)] // If-Match goes before If-Unmodified-Since
    [InlineData(null, "\"x\"", After, null, null)] // and If-None-Match before If-Modified-Since.
    [InlineData(null, null, "yesterday", null, null)]
    public void A_read_is_refused_in_the_order_of_RFC_9110(string? ifMatch, string? ifNoneMatch, string? ifModifiedSince, string? ifUnmodifiedSince, string? code) =>
        Code(() => new Preconditions(ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince).CheckRead(There)).ShouldBe(code);

    [Theory]
    [InlineData(null, "*", true, "PreconditionFailed")]
    [InlineData(null, "*", false, null)]
    [InlineData("\"abc\"", null, true, null)]
    [InlineData("\"x\"", null, true, "PreconditionFailed")]
    [InlineData("\"abc\"", null, false, "NoSuchKey")]
    public void A_write_goes_by_what_is_at_the_key(string? ifMatch, string? ifNoneMatch, bool isThere, string? code) =>
        Code(() => new Preconditions(ifMatch, ifNoneMatch).CheckWrite("k", isThere ? There : null)).ShouldBe(code);

    [Fact]
    public void A_source_that_is_not_modified_is_not_copied() =>
        Code(() => new Preconditions(null, "\"abc\"").CheckCopy(There)).ShouldBe("PreconditionFailed");

    [Fact]
    public void Of_a_write_there_is_no_condition_that_an_ETag_does_not_match() =>
        Code(() => new Preconditions(null, "\"abc\"").CheckWritable()).ShouldBe("NotImplemented");

    private static string? Code(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ApiException e)
        {
            return e.Code;
        }
    }
}
