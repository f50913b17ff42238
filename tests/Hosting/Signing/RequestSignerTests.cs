using Sluice.Signing.Calls;

namespace Sluice.Hosting.Tests.Signing;

public sealed class RequestSignerTests
{
    private static readonly DateTimeOffset Now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    // The vectors "get-vanilla" and "post-vanilla" of AWS's published test suite for Signature Version 4.
    [Theory]
    [InlineData("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void Signs_as_the_published_vectors_do(string method, string signature)
    {
        var keys = new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", SessionToken: null);
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://example.amazonaws.com/");
        new RequestSigner(keys, "us-east-1", "service").Sign(request, [], Now);
        request.Headers.GetValues("Authorization").Single().ShouldBe(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + signature);
    }

    // "get-vanilla-query-order-key-case" and "get-slashes": the query and the path are signed in their one form.
    [Theory]
    [InlineData("https://example.amazonaws.com/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("https://example.amazonaws.com//example//", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    public void Queries_and_paths_are_signed_as_the_published_vectors_do(string uri, string signature)
    {
        var keys = new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", SessionToken: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        new RequestSigner(keys, "us-east-1", "service").Sign(request, [], Now);
        request.Headers.GetValues("Authorization").Single().ShouldEndWith("Signature=" + signature);
    }

    [Fact]
    public void A_session_token_the_target_and_a_port_are_signed_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:8083/");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSStepFunctions.StartExecution");
        new RequestSigner(new AwsKeys("A", "B", "token"), "us-east-1", "states").Sign(request, [], Now);
        request.Headers.GetValues("Authorization").Single().ShouldContain("SignedHeaders=host;x-amz-date;x-amz-security-token;x-amz-target,");
    }

    [Fact]
    public void Keys_do_not_show_their_secrets() => new AwsKeys("AKID", "secret", "token").ToString().ShouldBe("AKID");
}
