using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>Writes a record as a document, by its shape.</summary>
internal sealed class XmlOutput(XmlWriter writer, string space)
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    // Keys may hold characters that XML 1.0 has not; S3 writes them by their numbers.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize };

    public static byte[] Of(string root, string space, Shape shape, JsonElement value)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            new XmlOutput(writer, space).Structure(root, shape, value);
        }

        return bytes.ToArray();
    }

    private void Structure(string name, Shape shape, JsonElement value)
    {
        writer.WriteStartElement(name, space);
        var members = WireDocument.OutputMembers(shape, value).ToList();
        foreach (var (member, there) in members.Where(bound => bound.Member.Location == "attribute"))
        {
            Attribute(member.NameThere, Text(member.Shape, there));
        }

        foreach (var (member, there) in members)
        {
            switch (member.Location)
            {
                case null:
                    Member(member, there);
                    break;
                case "text":
                    writer.WriteString(Text(member.Shape, there));
                    break;
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>Of attributes there is none but the type of a schema's instance.</summary>
    private void Attribute(string name, string value) => writer.WriteAttributeString("xsi", name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], Instance, value);

    private void Member(Member member, JsonElement value)
    {
        if (member.Shape is { Type: ShapeType.List, IsFlattened: true } flat)
        {
            Elements(member.NameThere, flat.Element!, value);
            return;
        }

        Value(member.NameThere, member.Shape, value);
    }

    private void Value(string name, Shape shape, JsonElement value)
    {
        switch (shape.Type)
        {
            case ShapeType.Structure:
                Structure(name, shape, value);
                break;
            case ShapeType.List:
                writer.WriteStartElement(name, space);
                Elements(shape.ElementName ?? "member", shape.Element!, value);
                writer.WriteEndElement();
                break;
            default:
                writer.WriteElementString(name, space, Text(shape, value));
                break;
        }
    }

    private void Elements(string name, Shape shape, JsonElement list)
    {
        foreach (var element in list.EnumerateArray())
        {
            Value(name, shape, element);
        }
    }

    private static string Text(Shape shape, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when shape.Type == ShapeType.Timestamp && WireTimestamp.TryRead(value, out var moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
