using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Local.Cloud;

/// <summary>Times come as ISO 8601 text from machines and from query clients, and as seconds since 1970 from JSON clients.</summary>
internal sealed class AwsTimeConverter : JsonConverter<DateTimeOffset>
{
    private static readonly double Least = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly double Most = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            var seconds = reader.GetDouble();
            return seconds >= Least && seconds <= Most ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : throw new JsonException($"{seconds} seconds since 1970 are no time.");
        }

        return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException($"'{reader.GetString()}' is no time: expected e.g. 2026-01-01T12:00:00Z.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
