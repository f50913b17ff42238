using System.Text.Json;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;
using static System.Globalization.CultureInfo;
using static System.Globalization.NumberStyles;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Single values in paths, queries and headers, which are text there, from and to JSON.</summary>
internal static class RestText
{
    /// <summary>Writes a value of a shape that is no structure. Text that cannot be read as the shape stays text, so that the check names it with its place.</summary>
    public static void Write(Utf8JsonWriter writer, Member member, Shape shape, string text)
    {
        switch (shape.Type)
        {
            case ShapeType.Boolean when text is "true" or "false":
                writer.WriteBooleanValue(text == "true");
                break;
            case ShapeType.Integer or ShapeType.Long when long.TryParse(text, AllowLeadingSign, InvariantCulture, out var whole):
                writer.WriteNumberValue(whole);
                break;
            case ShapeType.Double when double.TryParse(text, Float, InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case ShapeType.Timestamp when RestTimestamp.TryRead(member, text, out var moment):
                writer.WriteStringValue(moment);
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    /// <summary>A value of a record as a header has it.</summary>
    public static string Of(Member member, Shape shape, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when shape.Type == ShapeType.Timestamp && WireTimestamp.TryRead(value, out var moment) => RestTimestamp.Of(member, moment),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
