using System.Buffers;
using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Json;

/// <summary>
/// Rewrites a document by its shape: only members that the shape has, under the shape's names, without those that are null, and timestamps as the reader wants them.
/// </summary>
internal static class WireDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = SluiceJson.Options.Encoder, SkipValidation = true };

    /// <summary>A checked input as our records read it: timestamps in ISO 8601.</summary>
    public static ReadOnlyMemory<byte> ForRecords(Shape shape, JsonElement input) => Write(shape, input, InputMembers, (writer, moment) => writer.WriteStringValue(moment));

    /// <summary>A record as clients read it: timestamps in epoch seconds.</summary>
    public static ReadOnlyMemory<byte> ForClients(Shape shape, JsonElement output) => ForClients(shape, output, OutputMembers);

    /// <summary>What of a record the body of a REST answer has: what is in no other place.</summary>
    public static ReadOnlyMemory<byte> BodyForClients(Shape shape, JsonElement output) =>
        ForClients(shape, output, (inside, value) => inside == shape ? OutputMembers(inside, value).Where(bound => bound.Member.Location is null) : OutputMembers(inside, value));

    /// <summary>Our records write camelCase whatever the model does.</summary>
    public static IEnumerable<(Member Member, JsonElement Value)> OutputMembers(Shape shape, JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null && shape.Members.TryGetValue(property.Name, out var member))
            {
                yield return (member, property.Value);
            }
        }
    }

    private static ReadOnlyMemory<byte> ForClients(Shape shape, JsonElement output, Func<Shape, JsonElement, IEnumerable<(Member Member, JsonElement Value)>> members) =>
        Write(shape, output, members, (writer, moment) => writer.WriteNumberValue(WireTimestamp.Seconds(moment)));

    private static ReadOnlyMemory<byte> Write(Shape shape, JsonElement document, Func<Shape, JsonElement, IEnumerable<(Member Member, JsonElement Value)>> members, Action<Utf8JsonWriter, DateTimeOffset> moment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        new Rewriter(writer, members, moment).Value(shape, document);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Clients write a member exactly as the model does.</summary>
    private static IEnumerable<(Member Member, JsonElement Value)> InputMembers(Shape shape, JsonElement value)
    {
        foreach (var member in shape.Members.Values)
        {
            if (value.TryGet(member.Name, out var there))
            {
                yield return (member, there);
            }
        }
    }
}
