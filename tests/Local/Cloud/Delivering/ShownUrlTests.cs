using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Tests.Cloud.Delivering;

public sealed class ShownUrlTests
{
    [Theory]
    [InlineData("https://user:secret@shop.example/x", "https://user:****@shop.example/x")]
    [InlineData("http://shop.example:8080/a@b", "http://shop.example:8080/a@b")]
    [InlineData("https://user@shop.example/", "https://user@shop.example/")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q")]
    public void A_password_is_not_shown(string target, string shown) => ShownUrl.Of(target).ShouldBe(shown);
}
