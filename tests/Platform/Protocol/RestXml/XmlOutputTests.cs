using System.Text;
using System.Text.Json;
using Sluice.Platform.Protocol.RestXml;

namespace Sluice.Platform.Tests.Protocol.RestXml;

public sealed class XmlOutputTests
{
    [Fact]
    public void A_record_is_written_by_the_model()
    {
        var shape = StoreModel.Read().Operations["DeleteThings"].Input!.Payload!.Shape;
        using var record = JsonDocument.Parse("""{"things":[{"key":"a<\u0001\r b","size":3,"at":"2026-01-02T03:04:05+01:00"},{"key":null}],"quiet":false,"names":["x"],"unknown":1}""");

        Encoding.UTF8.GetString(XmlOutput.Of("Result", "http://store/", shape, record.RootElement)).ShouldBe(
            """<?xml version="1.0" encoding="utf-8"?><Result xmlns="http://store/"><Thing><Key>a&lt;&#x1;&#xD; b</Key><Size>3</Size><At>2026-01-02T02:04:05.000Z</At></Thing><Thing /><Quiet>false</Quiet><Names><Name>x</Name></Names></Result>""");
    }
}
