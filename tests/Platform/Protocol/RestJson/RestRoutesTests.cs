namespace Sluice.Platform.Tests.Protocol.RestJson;

public sealed class RestRoutesTests
{
    [Theory]
    [InlineData("GET", "/things/mine", "GetMine")]
    [InlineData("GET", "/things/m%69ne", "GetMine")]
    [InlineData("GET", "/things/yours", "GetAny")]
    [InlineData("GET", "/things/yours?tags", "GetTags")]
    [InlineData("GET", "/things/yours/too", "GetDeep")]
    [InlineData("PUT", "/things/a/b?x-id=PutThing", "PutThing")]
    [InlineData("PUT", "/things/a/b", "")]
    [InlineData("POST", "/things/mine", "")]
    [InlineData("GET", "/things", "")]
    [InlineData("GET", "/nothing", "")]
    public void The_path_that_says_the_most_wins(string method, string uri, string operation) =>
        (EchoModel.Routes.Find(EchoModel.Request(method, uri))?.Operation.Name ?? "").ShouldBe(operation);
}
