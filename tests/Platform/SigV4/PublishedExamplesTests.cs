using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;
using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

/// <summary>The examples that AWS published for Signature Version 4: the worked one of its guide, and those of its test suite.</summary>
public sealed class PublishedExamplesTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Date = "20150830T123600Z";

    [Fact]
    public void The_worked_example_of_the_guide_has_its_canonical_request_and_signature()
    {
        var request = Request(
            "GET",
            "/",
            "Action=ListUsers&Version=2010-05-08",
            "iam",
            "content-type;host;x-amz-date",
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            [new("Host", "iam.amazonaws.com"), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]);
        var signature = SignatureReader.Read(request);
        var canonical = SignatureCheck.Canonical(request, signature);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))).ShouldBe("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
        SignatureCheck.Holds(request, signature, SigningKey.Derive(Secret, signature.Scope)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "/", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/", "Param2=value2&Param1=value1", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/./example//../", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/", "", "My-Header1: value2|My-Header1:value2|My-Header1:value1", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea")]
    [InlineData("GET", "/", "", "My-Header1: value1|My-Header2: \"a   b   c\"", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    public void The_suites_requests_have_their_signatures(string method, string path, string query, string headers, string expected)
    {
        var more = headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1])).ToList();
        var names = more.Select(header => header.Key.ToLowerInvariant()).Concat(["host", "x-amz-date"]).Distinct().Order(StringComparer.Ordinal);
        var request = Request(method, path, query, "service", string.Join(';', names), expected, [new("Host", "example.amazonaws.com"), .. more]);
        var signature = SignatureReader.Read(request);
        SignatureCheck.Holds(request, signature, SigningKey.Derive(Secret, signature.Scope)).ShouldBeTrue(SignatureCheck.Canonical(request, signature));
    }

    private static ApiRequest Request(
        string method, string path, string query, string service, string signed, string signature, IReadOnlyList<KeyValuePair<string, string>> headers) => new(
        method,
        path,
        query,
        [
            .. headers,
            new("X-Amz-Date", Date),
            new("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/{service}/aws4_request, SignedHeaders={signed}, Signature={signature}"),
        ],
        default);
}
