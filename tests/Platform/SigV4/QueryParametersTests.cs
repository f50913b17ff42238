using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

public sealed class QueryParametersTests
{
    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("a", "a=")]
    [InlineData("a=", "a=")]
    [InlineData("a=b=c", "a=b%3Dc")]
    [InlineData("a=b%20c", "a=b%20c")]
    [InlineData("a=b+c", "a=b%20c")]
    [InlineData("a=%7e%2f", "a=~%2F")]
    [InlineData("a=\u00e9", "a=%C3%A9")]
    [InlineData("a=1&&b=2", "a=1&b=2")]
    public void Are_encoded_in_one_way(string query, string expected) =>
        string.Join('&', QueryParameters.Parse(query).Select(parameter => $"{parameter.Name}={parameter.Value}")).ShouldBe(expected);
}
