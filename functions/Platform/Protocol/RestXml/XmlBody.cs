using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>Reads the document that is the body of a request, as the model has it: no entities, nothing that the model does not know.</summary>
internal static class XmlBody
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false };

    /// <exception cref="ApiException">It is no such document.</exception>
    public static void Write(Utf8JsonWriter writer, Shape shape, ReadOnlyMemory<byte> body)
    {
        if (shape.Payload is not { Shape.IsStreaming: false } payload)
        {
            return;
        }

        if (body.IsEmpty)
        {
            _ = shape.Required.Contains(payload.Name, StringComparer.Ordinal) ? throw new ApiException(XmlErrors.MissingBody, "Request Body is empty") : 0;
            return;
        }

        var root = Read(body);
        if (root.Name.LocalName != payload.NameThere && root.Name.LocalName != payload.Shape.Name)
        {
            throw Malformed($"its root is '{root.Name.LocalName}', and '{payload.NameThere}' is expected");
        }

        writer.WritePropertyName(payload.Name);
        Structure(writer, payload.Shape, root);
    }

    private static XElement Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw Malformed(e.Message);
        }
    }

    private static void Structure(Utf8JsonWriter writer, Shape shape, XElement element)
    {
        var groups = element.Elements().GroupBy(child => child.Name.LocalName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var member in shape.Members.Values)
        {
            if (groups.Remove(member.NameThere, out var there))
            {
                writer.WritePropertyName(member.Name);
                Member(writer, member, there);
            }
        }

        writer.WriteEndObject();
        if (groups.Keys.FirstOrDefault() is { } stranger)
        {
            throw Malformed($"'{stranger}' is nothing that '{element.Name.LocalName}' has; expected {string.Join(", ", shape.Members.Values.Select(member => member.NameThere))}");
        }
    }

    private static void Member(Utf8JsonWriter writer, Member member, IReadOnlyList<XElement> there)
    {
        if (member.Shape is { Type: ShapeType.List, IsFlattened: true })
        {
            List(writer, member, there);
        }
        else if (there.Count > 1)
        {
            throw Malformed($"'{member.NameThere}' is there {there.Count} times");
        }
        else
        {
            Value(writer, member, member.Shape, there[0]);
        }
    }

    private static void Value(Utf8JsonWriter writer, Member member, Shape shape, XElement element)
    {
        switch (shape.Type)
        {
            case ShapeType.Structure:
                Structure(writer, shape, element);
                break;
            case ShapeType.List:
                List(writer, member, [.. Elements(shape, element)]);
                break;
            default:
                _ = element.HasElements ? throw Malformed($"'{element.Name.LocalName}' is a text, and has elements") : 0;
                RestText.Write(writer, member, shape, element.Value);
                break;
        }
    }

    private static IEnumerable<XElement> Elements(Shape list, XElement element)
    {
        var name = list.ElementName ?? "member";
        return element.Elements().Select(child => child.Name.LocalName == name ? child : throw Malformed($"'{element.Name.LocalName}' has '{child.Name.LocalName}', and is a list of '{name}'"));
    }

    private static void List(Utf8JsonWriter writer, Member member, IReadOnlyList<XElement> elements)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            Value(writer, member, member.Shape.Element!, element);
        }

        writer.WriteEndArray();
    }

    private static ApiException Malformed(string what) =>
        new(XmlErrors.MalformedXml, $"The XML you provided was not well-formed or did not validate against our published schema: {what}.");
}
