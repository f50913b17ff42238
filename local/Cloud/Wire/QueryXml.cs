using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Sluice.Local.Cloud.Wire;

/// <summary>Query answers in XML.</summary>
internal static class QueryXml
{
    // The only member of query services of this machine that is a map, if it is no list.
    private const string Map = "Attributes";

    public static string Answer(string operation, JsonNode output, string xmlNamespace, string requestId)
    {
        XNamespace ns = xmlNamespace;
        return Text(new XElement(ns + (operation + "Response"), Element(ns, operation + "Result", output), new XElement(ns + "ResponseMetadata", new XElement(ns + "RequestId", requestId))));
    }

    public static string Error(string code, string message, bool isOurs, string xmlNamespace, string requestId)
    {
        XNamespace ns = xmlNamespace;
        return Text(new XElement(
            ns + "ErrorResponse",
            new XElement(ns + "Error", new XElement(ns + "Type", isOurs ? "Receiver" : "Sender"), new XElement(ns + "Code", code), new XElement(ns + "Message", Clean(message))),
            new XElement(ns + "RequestId", requestId)));
    }

    private static XElement Element(XNamespace ns, string name, JsonNode node) => node switch
    {
        JsonObject entries when name == Map => new XElement(ns + name, entries.Select(pair => new XElement(ns + "entry", new XElement(ns + "key", Clean(pair.Key)), Element(ns, "value", pair.Value!)))),
        JsonObject members => new XElement(ns + name, members.Where(pair => pair.Value is not null).Select(pair => Element(ns, pair.Key, pair.Value!))),
        JsonArray items => new XElement(ns + name, items.Select(item => Element(ns, "member", item!))),
        _ => new XElement(ns + name, Clean(node.ToString())),
    };

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Text(XElement root) => root.ToString(SaveOptions.DisableFormatting);
}
