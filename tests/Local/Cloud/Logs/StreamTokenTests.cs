using Sluice.Local.Cloud.Logs;
using Sluice.Local.Cloud.Logs.Calls;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Tests.Cloud.Logs;

public sealed class StreamTokenTests
{
    [Fact]
    public void A_token_has_AWSs_form_and_is_read_again()
    {
        var token = new StreamToken(true, new EventKey(1_780_000_000_000, 42));

        token.ToString().ShouldBe("f/00000000000000000000000017800000000000000000000000000042/s");
        StreamToken.Read(token.ToString()).ShouldBe(token);
        StreamToken.Read($"{new StreamToken(false, EventKey.End)}").ShouldBe(new StreamToken(false, EventKey.End));
    }

    [Theory]
    [InlineData("")]
    [InlineData("f/1/s")]
    [InlineData("x/00000000000000000000000017800000000000000000000000000042/s")]
    [InlineData("f/0000000000000000000000001780000000000000000000000000004x/s")]
    [InlineData("f/99999999999999999999999999999999999999999999999999999999/s")]
    public void What_is_no_token_is_none(string text) => StreamToken.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("YQ==")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IDEgYQ==")]
    public void What_is_no_token_of_a_search_is_none(string text) => FilterToken.Read(text).ShouldBeNull();

    [Fact]
    public void A_search_goes_on_behind_the_event_in_every_stream()
    {
        var token = FilterToken.Read($"{new FilterToken("b c", new EventKey(10, 3))}")!;

        token.StartIn("a").ShouldBe(new EventKey(11, 0));
        token.StartIn("b c").ShouldBe(new EventKey(10, 4));
        token.StartIn("c").ShouldBe(new EventKey(10, 0));
    }
}
