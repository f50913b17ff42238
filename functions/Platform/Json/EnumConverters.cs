using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Json;

/// <summary>Enums by name and by nothing else. One that may be absent has a converter of its own, so that the serializer need not describe the enum twice.</summary>
internal sealed class EnumConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => EnumOf(typeToConvert).IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ByName<>).MakeGenericType(typeToConvert), EnumNames.Of(EnumOf(typeToConvert)))!;

    private static Type EnumOf(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object Member(EnumNames names, string? name) =>
        name is not null && names.TryMember(name, out var member) ? member : throw new JsonException();

    /// <typeparam name="T">An enum, or one that may be null.</typeparam>
    private sealed class ByName<T>(EnumNames names) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)Member(names, reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)Member(names, reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(names.Name(value!));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(names.Name(value!));
    }
}
