using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Local.Commands.Clients;

/// <summary>Moments as services answer them: seconds since 1970 with a fraction. They are asked with, and shown in, ISO 8601.</summary>
internal sealed class WireTimes : JsonConverter<DateTimeOffset>
{
    private const int MillisecondsASecond = 1000;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(reader.GetDecimal() * MillisecondsASecond))
        : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
