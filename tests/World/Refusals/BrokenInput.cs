using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World.Refusals;

/// <summary>An input that breaks one constraint of its model.</summary>
/// <param name="Path">Where.</param>
/// <param name="What">Which constraint.</param>
/// <param name="Input">The input.</param>
internal sealed record BrokenInput(InputPath Path, string What, JsonObject Input)
{
    // Beyond it the body is too long as a whole.
    private const int Longest = 200_000;
    private static readonly string[] _texts = ["", " ", "\u0007", "a b", "-", "/", ":", "é", "x"];

    /// <summary>One for each constraint of an operation's input.</summary>
    public static IEnumerable<BrokenInput> All(OperationModel operation, JsonObject good) => operation.Input is null ? [] :
    [
        .. operation.Input.Required.Select(name => Missing(new InputPath([name], operation.Input.Members[name].Shape), good)),
        .. InputPath.All(operation.Input).SelectMany(path => Of(path, good)),
    ];

    private static IEnumerable<BrokenInput> Of(InputPath path, JsonObject good) =>
    [
        .. Values(path, path.Of(good)).Select(broken => new BrokenInput(path, broken.What, path.In(good, broken.Value))),
        .. path.Shape.Required.Select(name => Missing(new InputPath([.. path.Steps, name], path.Shape.Members[name].Shape), good)),
    ];

    private static BrokenInput Missing(InputPath path, JsonObject good) => new(path, "it must be there", path.In(good, null));

    private static IEnumerable<(string What, JsonNode Value)> Values(InputPath path, JsonNode? good) => path.Shape.Type switch
    {
        ShapeType.String => Texts(path.Shape).Select(text => (text.What, (JsonNode)JsonValue.Create(text.Value))),
        ShapeType.Integer or ShapeType.Long or ShapeType.Double => Numbers(path.Shape),
        ShapeType.List => Lists(path.Shape, good as JsonArray),
        _ => [],
    };

    private static IEnumerable<(string What, string Value)> Texts(Shape shape)
    {
        if (shape.Enum.Count > 0)
        {
            yield return ("one of its values", "no such value");
        }

        if (shape.Min > 0)
        {
            yield return ("least length", new string('a', (int)shape.Min - 1));
        }

        if (shape.Max is { } max && max <= Longest)
        {
            yield return ("greatest length", new string('a', (int)max + 1));
        }

        if (shape.Pattern is { } pattern && Array.Find(_texts, text => text.Length >= (shape.Min ?? 0) && !pattern.IsMatch(text)) is { } text)
        {
            yield return ("pattern", text);
        }
    }

    private static IEnumerable<(string What, JsonNode Value)> Numbers(Shape shape)
    {
        if (shape.Min is { } min)
        {
            yield return ("least value", JsonNode.Parse((min - 1).ToString(CultureInfo.InvariantCulture))!);
        }

        // More than that cannot be read as a number, which is another fault.
        if (shape.Max is { } max && max < int.MaxValue)
        {
            yield return ("greatest value", JsonNode.Parse((max + 1).ToString(CultureInfo.InvariantCulture))!);
        }
    }

    private static IEnumerable<(string What, JsonNode Value)> Lists(Shape shape, JsonArray? good)
    {
        if (shape.Min > 0)
        {
            yield return ("least count", new JsonArray());
        }

        if (shape.Max is { } max && good is [{ } element, ..])
        {
            yield return ("greatest count", new JsonArray([.. Enumerable.Range(0, (int)max + 1).Select(_ => (JsonNode?)element.DeepClone())]));
        }
    }
}
