using System.Buffers;
using System.Text;
using System.Text.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestXml;

namespace Sluice.Platform.Tests.Protocol.RestXml;

public sealed class XmlBodyTests
{
    private const string Good = "<Delete xmlns=\"http://store/\"><Thing><Key>a&amp;b</Key><Size>3</Size></Thing><Quiet>true</Quiet><Thing><Key>c</Key></Thing><Names><Name>x</Name><Name/></Names></Delete>";
    private static readonly Shape Input = StoreModel.Read().Operations["DeleteThings"].Input!;

    [Fact]
    public void A_document_is_read_by_the_model() =>
        Read(Good).ShouldBe("""{"Delete":{"Things":[{"Key":"a\u0026b","Size":3},{"Key":"c"}],"Quiet":true,"Names":["x",""]}}""");

    [Fact]
    public void The_namespace_may_be_left_out_and_characters_may_be_numbers() => Read("<Delete><Thing><Key>&#x1;</Key></Thing></Delete>").ShouldBe("""{"Delete":{"Things":[{"Key":"\u0001"}]}}""");

    [Theory]
    [InlineData("", "MissingRequestBodyError")]
    [InlineData("<Delete>", "MalformedXML")]
    [InlineData("not xml", "MalformedXML")]
    [InlineData("<Other/>", "MalformedXML")]
    [InlineData("<Delete><Unknown/></Delete>", "MalformedXML")]
    [InlineData("<Delete><Quiet>true</Quiet><Quiet>true</Quiet></Delete>", "MalformedXML")]
    [InlineData("<Delete><Quiet><b/></Quiet></Delete>", "MalformedXML")]
    [InlineData("<Delete><Names><Other/></Names></Delete>", "MalformedXML")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Delete><Thing><Key>&x;</Key></Thing></Delete>", "MalformedXML")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Delete><Thing><Key>&b;</Key></Thing></Delete>", "MalformedXML")]
    [InlineData("<Delete><Thing><Key>&x;</Key></Thing></Delete>", "MalformedXML")]
    public void What_is_no_such_document_is_refused(string body, string code) => Should.Throw<ApiException>(() => Read(body)).Code.ShouldBe(code);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_sent_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Good);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Read(bytes.AsMemory(0, random.Next(bytes.Length + 1)));
            }
            catch (ApiException e)
            {
                (e.Code is "MalformedXML" or "MissingRequestBodyError").ShouldBeTrue(e.Message);
            }
        }
    }

    private static string Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static string Read(ReadOnlyMemory<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            XmlBody.Write(writer, Input, body);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
