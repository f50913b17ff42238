using System.Buffers;
using System.Text.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Gathers an operation's members from the path, the query, the headers and the body of a request into one object.</summary>
internal sealed class RestInput(Utf8JsonWriter writer, RoutedOperation routed, ApiRequest request)
{
    private readonly IReadOnlyList<(string Name, string Value)> _query = DecodedQuery.Of(request.Query);

    /// <exception cref="ApiException">The body cannot be read.</exception>
    public static JsonDocument Read(RoutedOperation routed, ApiRequest request) => Read(routed, request, RestBody.Write);

    /// <param name="routed">The operation.</param>
    /// <param name="request">With its body, unless that is streamed.</param>
    /// <param name="body">Writes the members that the body has.</param>
    public static JsonDocument Read(RoutedOperation routed, ApiRequest request, Action<Utf8JsonWriter, Shape, ReadOnlyMemory<byte>> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        if (routed.Operation.Input is { } shape)
        {
            new RestInput(writer, routed, request).Members(shape);
            body(writer, shape, request.Body);
        }

        writer.WriteEndObject();
        writer.Flush();
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private void Members(Shape shape)
    {
        foreach (var member in shape.Members.Values)
        {
            switch (member.Location)
            {
                case "uri":
                    One(member, routed.Labels.GetValueOrDefault(member.NameThere));
                    break;
                case "querystring":
                    Query(member);
                    break;
                case "header":
                    Header(member);
                    break;
                case "headers":
                    Headers(member, member.LocationName ?? "");
                    break;
            }
        }
    }

    private void Query(Member member)
    {
        switch (member.Shape.Type)
        {
            case ShapeType.Map:
                Map(member, [.. Others(member).Select(name => (name, Values(name)))]);
                break;
            case ShapeType.List:
                List(member, [.. Values(member.NameThere)]);
                break;
            default:
                One(member, DecodedQuery.First(_query, member.NameThere));
                break;
        }
    }

    private void Header(Member member)
    {
        if (member.Shape.Type != ShapeType.List)
        {
            One(member, request.Header(member.NameThere));
            return;
        }

        var values = request.Headers.Where(header => header.Key.Equals(member.NameThere, StringComparison.OrdinalIgnoreCase)).SelectMany(header => HeaderList.Split(header.Value));
        List(member, [.. member.Shape.Element!.Type == ShapeType.Timestamp && RestTimestamp.HasComma(member) ? values.Chunk(2).Select(date => string.Join(", ", date)) : values]);
    }

    private void Headers(Member member, string prefix)
    {
        var named = request.Headers.Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        Map(member, [.. named.Select(header => (header.Key[prefix.Length..], (IEnumerable<string>)[header.Value]))]);
    }

    /// <summary>The parameters that are no other member, nor the path's, nor the signature's.</summary>
    private IEnumerable<string> Others(Member member)
    {
        var taken = routed.Operation.Input!.Members.Values.Where(other => other.Location == "querystring" && other != member).Select(other => other.NameThere)
            .Concat(new RestPath(routed.Operation.Path).Constants.Select(constant => constant.Name));
        return _query.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Except(taken, StringComparer.Ordinal).Where(name => !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));
    }

    private void One(Member member, string? text)
    {
        if (text is not null)
        {
            writer.WritePropertyName(member.Name);
            RestText.Write(writer, member, member.Shape, text);
        }
    }

    private void List(Member member, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            writer.WritePropertyName(member.Name);
            Elements(member, member.Shape.Element!, values);
        }
    }

    private void Map(Member member, IReadOnlyList<(string Name, IEnumerable<string> Values)> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(member.Name);
        foreach (var (name, values) in entries)
        {
            writer.WritePropertyName(name);
            Entry(member, member.Shape.Element!, values);
        }

        writer.WriteEndObject();
    }

    private void Entry(Member member, Shape shape, IEnumerable<string> values)
    {
        if (shape.Type == ShapeType.List)
        {
            Elements(member, shape.Element!, values);
        }
        else
        {
            RestText.Write(writer, member, shape, values.First());
        }
    }

    private void Elements(Member member, Shape shape, IEnumerable<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            RestText.Write(writer, member, shape, value);
        }

        writer.WriteEndArray();
    }

    private IEnumerable<string> Values(string name) => _query.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value);
}
