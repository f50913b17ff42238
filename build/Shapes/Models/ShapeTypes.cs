using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>What the shapes of a model are in C#. A structure or an enum is found when it is first referred to, so that only what an operation can reach is written.</summary>
internal sealed class ShapeTypes
{
    // Our additions name a type of the suite's own with this, where the model describes what the suite has.
    private const string OwnType = "ownType";

    private readonly Dictionary<string, JsonValue> _shapes;
    private readonly Queue<NamedShape> _waiting = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<EnumShape> _enums = [];

    public ShapeTypes(JsonValue shapes) => _shapes = shapes.Members.ToDictionary(shape => shape.Key, shape => shape.Value, StringComparer.Ordinal);

    public IReadOnlyList<EnumShape> Enums => _enums;

    /// <summary>The next structure that was referred to and not written yet.</summary>
    public NamedShape? Next() => _waiting.Count > 0 ? _waiting.Dequeue() : null;

    /// <summary>A structure that an operation takes or answers.</summary>
    public string Root(JsonValue reference, string summary)
    {
        var (name, shape) = Find(reference);
        return shape["type"]?.Text == "structure" ? Structure(name, shape, summary) : throw ModelFaultException.At(reference, $"{name} is no structure.");
    }

    public MemberShape Member(string name, JsonValue reference, bool isRequired)
    {
        var (shapeName, shape) = Find(reference);
        return new MemberShape(
            name,
            Type(reference, []),
            Constraints.Of(shape, isRequired, reference => Find(reference).Shape),
            isRequired,
            IsSensitive(shape) || shape["member"] is { } element && IsSensitive(Find(element).Shape) || shape["value"] is { } value && IsSensitive(Find(value).Shape),
            IsStream(shapeName));
    }

    private (string Name, JsonValue Shape) Find(JsonValue reference)
    {
        var name = reference["shape"] ?? throw ModelFaultException.At(reference, "it refers to no 'shape'.");
        return _shapes.TryGetValue(name.Text, out var shape) ? (name.Text, shape) : throw ModelFaultException.At(name, $"it has no shape '{name.Text}', which it refers to.");
    }

    private string Type(JsonValue reference, IReadOnlyList<string> inside)
    {
        var (name, shape) = Find(reference);
        if (inside.Contains(name))
        {
            throw ModelFaultException.At(reference, $"'{name}' is a list or a map of nothing but itself.");
        }

        return shape["type"]?.Text switch
        {
            "structure" => shape[OwnType] is { } own ? $"global::{own.Text}" : Structure(name, shape, $"The model's <c>{name}</c>."),
            "list" => $"global::System.Collections.Generic.IReadOnlyList<{Element(shape, "member", [.. inside, name])}>",
            "map" => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Element(shape, "value", [.. inside, name])}>",
            "string" => shape["enum"] is { } values ? Enum(name, values) : "string",
            "boolean" => "bool",
            "integer" => "int",
            "long" => "long",
            "double" or "float" => "double",
            "timestamp" => "global::System.DateTimeOffset",
            "blob" => IsStream(name) ? "global::System.IO.Stream" : "global::System.ReadOnlyMemory<byte>",
            var other => throw ModelFaultException.At(shape["type"] ?? shape, $"'{other}' is no type of a shape; expected structure, list, map, string, boolean, integer, long, double, float, timestamp or blob."),
        };
    }

    private string Element(JsonValue shape, string name, IReadOnlyList<string> inside) =>
        Type(shape[name] ?? throw ModelFaultException.At(shape, $"it has no '{name}'."), inside);

    private string Structure(string name, JsonValue shape, string summary)
    {
        if (_seen.Add(name))
        {
            _waiting.Enqueue(new NamedShape(name, summary, shape));
        }

        return Names.Identifier(name);
    }

    private string Enum(string name, JsonValue values)
    {
        if (_seen.Add(name))
        {
            _enums.Add(new EnumShape(name, new(values.Elements.Select(value => value.Text))));
        }

        return Names.Identifier(name);
    }

    private bool IsStream(string name) => _shapes[name]["streaming"]?.Kind == JsonKind.True;

    private static bool IsSensitive(JsonValue shape) => shape["sensitive"]?.Kind == JsonKind.True;
}
