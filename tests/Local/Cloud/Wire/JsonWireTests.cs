using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Wire;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Wire;

public sealed class JsonWireTests
{
    [Fact]
    public void Members_change_their_first_letter_and_the_keys_of_maps_do_not()
    {
        var given = (JsonObject)JsonNode.Parse("""{"containerDefinitions":[{"name":"web","dockerLabels":{"team":"Shop"}}]}""")!;

        var pascal = MemberCase.Pascal(given);

        pascal.ToJsonString().ShouldBe("""{"ContainerDefinitions":[{"Name":"web","DockerLabels":{"team":"Shop"}}]}""");
        MemberCase.Camel(pascal).ToJsonString().ShouldBe(given.ToJsonString());
    }

    [Fact]
    public void Times_are_numbers_for_json_clients_wherever_they_are() =>
        WireTimes.Numbered(JsonNode.Parse("""{"Timestamps":["2026-01-01T00:00:00.500Z"],"Name":"2026-01-01T00:00:00Z"}"""))!.ToJsonString()
            .ShouldBe("""{"Timestamps":[1767225600.5],"Name":"2026-01-01T00:00:00Z"}""");

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    public void A_body_that_is_no_object_is_a_serialization_error(string body) =>
        Should.Throw<ApiException>(() => WireBody.Json(Request(Encoding.UTF8.GetBytes(body))).Count).Code.ShouldBe("SerializationException");

    [Fact]
    public void A_compressed_body_is_read_and_a_broken_one_is_refused()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("""{"Namespace":"Shop"}"""u8);
        }

        WireBody.Json(Request(zipped.ToArray(), "gzip"))["Namespace"]!.ToString().ShouldBe("Shop");
        Should.Throw<ApiException>(() => WireBody.Json(Request("no gzip"u8.ToArray(), "gzip"))).Code.ShouldBe("SerializationException");
        Should.Throw<ApiException>(() => WireBody.Json(Request([], "br"))).Code.ShouldBe("SerializationException");
    }

    [Theory]
    [InlineData("aws-chunked")]
    [InlineData("aws-chunked,gzip")]
    public void A_body_in_chunks_is_refused_and_not_read_as_if_it_were_plain(string encoding)
    {
        var body = Encoding.UTF8.GetBytes("2;chunk-signature=00\r\n{}\r\n0;chunk-signature=00\r\n\r\n");

        var e = Should.Throw<ApiException>(() => WireBody.Text(Request(body, encoding)));

        e.Code.ShouldBe("SerializationException");
        e.Message.ShouldBe($"The Content-Encoding is '{encoding}', and must be gzip or none: a body signed in chunks (aws-chunked) is not taken.");
    }

    [Fact]
    public void A_body_that_unpacks_to_more_than_any_request_needs_is_refused()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[(16 << 20) + 1]);
        }

        Should.Throw<ApiException>(() => WireBody.Text(Request(zipped.ToArray(), "gzip"))).Message.ShouldBe("The body is larger than 16777216 bytes unpacked.");
    }

    [Fact]
    public async Task Another_protocol_of_a_service_is_refused_with_the_one_that_is_answered()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var ecs = cloud.Services.Emulated.First(service => service.SigningName == "ecs");

        var refused = Should.Throw<ApiException>(() => ecs.OperationOf(new ApiRequest("POST", "/", "", [new("X-Amz-Target", "Other.CreateCluster")], default)));

        refused.Code.ShouldBe("UnknownOperationException");
        refused.Message.ShouldContain("X-Amz-Target is 'Other.CreateCluster', and must begin with 'AmazonEC2ContainerServiceV20141113.'");
    }

    private static ApiRequest Request(byte[] body, string? encoding = null) =>
        new("POST", "/", "", encoding is null ? [] : [KeyValuePair.Create("Content-Encoding", encoding)], body);
}
