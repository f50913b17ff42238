using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Protocol.Models;

/// <summary>Reads a model document.</summary>
internal sealed class ModelReader
{
    private const int Success = 200;
    private const int BadRequest = 400;
    private readonly JsonObject _document;
    private readonly JsonObject _shapes;
    private readonly Dictionary<string, Shape> _made = new(StringComparer.Ordinal);

    private ModelReader(JsonObject document) => (_document, _shapes) = (document, document["shapes"]!.AsObject());

    public static ServiceModel Read(string name, JsonObject document) => new ModelReader(document).Service(name);

    private ServiceModel Service(string name)
    {
        var metadata = _document["metadata"]!;
        return new ServiceModel(
            name,
            Text(metadata["signingName"]) ?? Text(metadata["endpointPrefix"])!,
            Text(metadata["protocol"])!,
            Text(metadata["targetPrefix"]) ?? "",
            _document["operations"]!.AsObject().ToFrozenDictionary(operation => operation.Key, operation => Operation(operation.Key, operation.Value!), StringComparer.Ordinal),
            _shapes.Where(shape => shape.Value!["exception"] is not null).ToFrozenDictionary(shape => shape.Key, shape => Status(shape.Value!), StringComparer.Ordinal),
            (_document["errorNames"]?.AsObject() ?? []).ToFrozenDictionary(alias => alias.Key, alias => Text(alias.Value)!, StringComparer.Ordinal))
        {
            XmlNamespace = Text(metadata["xmlNamespace"]) ?? "",
        };
    }

    private OperationModel Operation(string name, JsonNode operation) => new(
        name,
        Reference(operation["input"]),
        Reference(operation["output"]),
        (operation["errors"]?.AsArray() ?? []).Select(error => Text(error!["shape"])!).ToFrozenSet(StringComparer.Ordinal),
        Text(operation["http"]?["method"]) ?? "POST",
        Text(operation["http"]?["requestUri"]) ?? "/",
        operation["http"]?["responseCode"]?.GetValue<int>() ?? Success)
    {
        OutputName = Text(operation["output"]?["locationName"]),
    };

    private static int Status(JsonNode shape) =>
        shape["error"]?["httpStatusCode"]?.GetValue<int>() ?? BadRequest;

    private Shape? Reference(JsonNode? reference) => Text(reference?["shape"]) is { } name ? Find(name) : null;

    private Shape Find(string name)
    {
        if (_made.TryGetValue(name, out var there))
        {
            return there;
        }

        var document = _shapes[name] ?? throw new InvalidOperationException($"The model has no shape {name}, which it refers to.");
        var shape = new Shape(name, Enum.Parse<ShapeType>(Text(document["type"])!, ignoreCase: true));
        _made.Add(name, shape);
        Fill(shape, document);
        return shape;
    }

    private void Fill(Shape shape, JsonNode document)
    {
        shape.Members = (document["members"]?.AsObject() ?? []).Select(member => Member(member.Key, member.Value!))
            .ToDictionary(member => member.Name, StringComparer.OrdinalIgnoreCase);
        shape.Payload = Text(document["payload"]) is { } payload ? shape.Members[payload] : null;
        shape.IsStreaming = document["streaming"]?.GetValue<bool>() ?? false;

        // What the original wants and the suite can do without; only our additions say that.
        shape.Required = [.. Texts(document["required"]).Except(Texts(document["optional"]), StringComparer.Ordinal)];
        shape.Element = Reference(document["member"] ?? document["value"]);
        shape.ElementName = Text(document["member"]?["locationName"]);
        shape.IsFlattened = document["flattened"]?.GetValue<bool>() ?? false;
        shape.Key = Reference(document["key"]);
        shape.Enum = Texts(document["enum"]);
        shape.Min = document["min"]?.GetValue<double>();
        shape.Max = document["max"]?.GetValue<double>();
        shape.Pattern = Text(document["pattern"]) is { } pattern ? new ModelPattern(pattern) : null;
        shape.IsSensitive = document["sensitive"]?.GetValue<bool>() ?? false;
    }

    private Member Member(string name, JsonNode member) => new(name, Reference(member)!, Text(member["location"]), Text(member["locationName"]), Text(member["timestampFormat"] ?? _shapes[Text(member["shape"])!]?["timestampFormat"]));

    private static List<string> Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(text => Text(text)!)];

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
