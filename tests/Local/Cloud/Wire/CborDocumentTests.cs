using System.Formats.Cbor;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Wire;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Wire;

public sealed class CborDocumentTests
{
    [Theory]
    [InlineData("""{"MetricData":[{"Value":4.5,"Count":3,"Negative":-7,"Storage":true}],"Namespace":"Shöp"}""")]
    [InlineData("{}")]
    [InlineData("""{"Large":9007199254740993,"Empty":[],"Name":"2026-01-01T00:00:00Z"}""")]
    public void A_document_comes_back_as_it_was(string json)
    {
        var document = JsonNode.Parse(json)!;

        CborDocument.Read(CborDocument.Write(document)).ToJsonString().ShouldBe(document.ToJsonString());
    }

    [Fact]
    public void Times_are_tagged_numbers_both_ways()
    {
        var written = CborDocument.Write(JsonNode.Parse("""{"StateUpdatedTimestamp":"2026-01-01T00:00:00.500Z"}""")!);

        var reader = new CborReader(written);
        reader.ReadStartMap();
        reader.ReadTextString();
        reader.PeekTag().ShouldBe(CborTag.UnixTimeSeconds);
        CborDocument.Read(written).ToJsonString().ShouldBe("""{"StateUpdatedTimestamp":1767225600.5}""");
    }

    [Fact]
    public void Members_without_a_value_are_left_out() =>
        Convert.ToHexString(CborDocument.Write(new JsonObject { ["Gone"] = null, ["A"] = 1 })).ShouldBe("A1614101");

    [Theory]
    [InlineData("01", "a number")]
    [InlineData("80", "a list")]
    [InlineData("A1616101FF", "more behind it")]
    [InlineData("A2616101616102", "a member twice")]
    [InlineData("A1616143010203", "bytes")]
    [InlineData("A16161C2410A", "a big number")]
    [InlineData("A161611BFFFFFFFFFFFFFFFF", "a number of more than 63 bits")]
    [InlineData("A10101", "a key that is no text")]
    [InlineData("A16161", "an end too soon")]
    public void What_no_client_sends_is_refused(string hex, string why) =>
        Should.Throw<ApiException>(() => CborDocument.Read(Convert.FromHexString(hex))).Code.ShouldBe("SerializationException", why);

    /// <summary>As JSON clients send them, so that the member that cannot have them is named.</summary>
    [Theory]
    [InlineData("A16161FB7FF8000000000000", "NaN")]
    [InlineData("A16161FB7FF0000000000000", "Infinity")]
    [InlineData("A16161F9FC00", "-Infinity")]
    public void A_number_that_json_has_not_is_text(string hex, string text) => ((string?)CborDocument.Read(Convert.FromHexString(hex))["a"]).ShouldBe(text);

    [Fact]
    public void A_body_nested_too_deep_is_refused() =>
        Should.Throw<ApiException>(() => CborDocument.Read(Convert.FromHexString("A16161" + string.Concat(Enumerable.Repeat("81", 100)) + "01"))).Message.ShouldContain("64 levels");

    [Fact]
    public void Any_bytes_are_a_document_or_are_refused()
    {
        var random = new Random(7);
        var good = CborDocument.Write(JsonNode.Parse("""{"MetricData":[{"Value":4.5,"Dimensions":[{"Name":"a","Value":"b"}]}],"Namespace":"Shop"}""")!);
        for (var n = 0; n < 20_000; n++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                CborDocument.Read(bytes.AsMemory(0, random.Next(bytes.Length + 1))).ToJsonString().ShouldNotBeNull();
            }
            catch (ApiException e)
            {
                e.Code.ShouldBe("SerializationException");
            }
        }
    }
}
