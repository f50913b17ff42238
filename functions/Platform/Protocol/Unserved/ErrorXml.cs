using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Sluice.Platform.Protocol.Unserved;

/// <summary>Errors in XML.</summary>
internal static class ErrorXml
{
    public static byte[] Query(string code, string message, string requestId) =>
        Bytes(new XElement("ErrorResponse", new XElement("Error", new XElement("Type", "Sender"), Code(code), Message(message)), new XElement("RequestId", requestId)));

    public static byte[] Ec2(string code, string message, string requestId) =>
        Bytes(new XElement("Response", new XElement("Errors", new XElement("Error", Code(code), Message(message))), new XElement("RequestID", requestId)));

    public static byte[] S3(string code, string message, string requestId) =>
        Bytes(new XElement("Error", Code(code), Message(message), new XElement("RequestId", requestId)));

    private static XElement Code(string code) => new("Code", code);

    /// <summary>What XML cannot hold is left out: the message has what the client sent.</summary>
    private static XElement Message(string message) => new("Message", string.Concat(message.Where(XmlConvert.IsXmlChar)));

    private static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{root.ToString(SaveOptions.DisableFormatting)}""");
}
