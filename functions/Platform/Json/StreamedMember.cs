using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Json;

/// <summary>What is streamed is no part of a document: it is null there, and travels beside it.</summary>
internal sealed class StreamedMember : JsonConverter<Stream>
{
    public override Stream? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Stream value, JsonSerializerOptions options) => writer.WriteNullValue();
}
