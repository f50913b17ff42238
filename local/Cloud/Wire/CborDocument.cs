using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>CBOR as Smithy uses it, from and to the documents that calls take and give: maps with text keys, and times as tagged seconds since 1970.</summary>
internal static class CborDocument
{
    private const int Deepest = 64;

    /// <summary>An empty body is an empty object. Times become numbers, as in JSON.</summary>
    /// <exception cref="ApiException">It is no CBOR map, or holds what AWS's clients do not send.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        try
        {
            var reader = new CborReader(body);
            var document = Value(reader, depth: 0) as JsonObject ?? throw Faulty("The body must be a CBOR map.");
            return reader.BytesRemaining == 0 ? document : throw Faulty($"{reader.BytesRemaining} bytes follow the body's map.");
        }
        catch (Exception e) when (e is CborContentException or OverflowException or InvalidOperationException)
        {
            throw Faulty(e.Message);
        }
    }

    public static byte[] Write(JsonNode document)
    {
        var writer = new CborWriter();
        Write(writer, document, member: "");
        return writer.Encode();
    }

    private static JsonNode? Value(CborReader reader, int depth) => reader.PeekState() switch
    {
        _ when depth > Deepest => throw Faulty($"The body is nested more than {Deepest} levels deep."),
        CborReaderState.StartMap => Map(reader, depth),
        CborReaderState.StartArray => List(reader, depth),
        CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => reader.ReadTextString(),
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
        CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat => Number(reader.ReadDouble()),
        CborReaderState.Boolean => reader.ReadBoolean(),
        CborReaderState.Null or CborReaderState.SimpleValue => Nothing(reader),
        CborReaderState.Tag => Tagged(reader, depth),
        var state => throw Faulty($"The body holds a {state}, which no member is."),
    };

    private static JsonObject Map(CborReader reader, int depth)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            if (!map.TryAdd(name, Value(reader, depth + 1)))
            {
                throw Faulty($"'{name}' is there twice.");
            }
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray List(CborReader reader, int depth)
    {
        var list = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            list.Add(Value(reader, depth + 1));
        }

        reader.ReadEndArray();
        return list;
    }

    private static JsonNode? Tagged(CborReader reader, int depth) => reader.ReadTag() switch
    {
        CborTag.UnixTimeSeconds => Value(reader, depth + 1),
        var tag => throw Faulty($"The body holds the tag {(ulong)tag}; only times are tagged, with 1."),
    };

    private static JsonNode? Nothing(CborReader reader)
    {
        _ = reader.ReadSimpleValue();
        return null;
    }

    /// <summary>A number that JSON has not is text, as JSON clients send it: the call refuses it, with its place and in its service's words.</summary>
    private static JsonValue Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    private static void Write(CborWriter writer, JsonNode? node, string member)
    {
        switch (node)
        {
            case JsonObject map:
                Write(writer, map);
                break;
            case JsonArray list:
                writer.WriteStartArray(list.Count);
                foreach (var item in list)
                {
                    Write(writer, item, member);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value:
                Write(writer, value, member);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    private static void Write(CborWriter writer, JsonObject map)
    {
        var members = map.Where(pair => pair.Value is not null).ToList();
        writer.WriteStartMap(members.Count);
        foreach (var (name, value) in members)
        {
            writer.WriteTextString(name);
            Write(writer, value, name);
        }

        writer.WriteEndMap();
    }

    private static void Write(CborWriter writer, JsonValue value, string member)
    {
        if (WireTimes.Seconds(member, value) is { } seconds)
        {
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(seconds);
        }
        else if (value.TryGetValue<bool>(out var flag))
        {
            writer.WriteBoolean(flag);
        }
        else if (value.TryGetValue<string>(out var text))
        {
            writer.WriteTextString(text);
        }
        else if (value.TryGetValue<long>(out var whole))
        {
            writer.WriteInt64(whole);
        }
        else if (value.TryGetValue<int>(out var small))
        {
            writer.WriteInt32(small);
        }
        else
        {
            writer.WriteDouble(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
        }
    }

    private static ApiException Faulty(string message) => new(CommonErrors.Serialization, message);
}
