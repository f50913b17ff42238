using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sluice.Local.StateMachines.Values;

/// <summary>Reads JSON text into <see cref="Data"/>.</summary>
internal static class DataReader
{
    private const int MaxDepth = 512;

    internal static JsonSerializerOptions NodeOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    internal static Data Read(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var value = ReadValue(ref reader);
        return reader.Read() ? throw new JsonException("There is more after the end of the JSON value.") : value;
    }

    private static Data ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => new DataString(ReadString(ref reader)),
        JsonTokenType.Number => new DataNumber(Encoding.ASCII.GetString(reader.ValueSpan)),
        JsonTokenType.True => DataBoolean.True,
        JsonTokenType.False => DataBoolean.False,
        _ => DataNull.Value,
    };

    private static DataArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<Data>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items.Count == 0 ? DataArray.Empty : new DataArray([.. items]);
    }

    private static DataObject ReadObject(ref Utf8JsonReader reader)
    {
        var members = new DataObjectBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadString(ref reader);
            reader.Read();
            members.Set(name, ReadValue(ref reader));
        }

        return members.Build();
    }

    // Half a surrogate pair is no text.
    private static string ReadString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException($"A string at byte {reader.TokenStartIndex} holds half of a surrogate pair or bytes that are not UTF-8.", error);
        }
    }
}
