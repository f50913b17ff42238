using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World.Refusals;

/// <summary>Where in an input a value is: names of members, <see cref="Element"/> for one of a list, <see cref="Entry"/> for a value of a map.</summary>
/// <param name="Steps">The way there.</param>
/// <param name="Shape">What it is.</param>
internal sealed record InputPath(IReadOnlyList<string> Steps, Shape Shape)
{
    public const string Element = "[]";
    public const string Entry = "{}";
    private const string Key = "key";

    /// <summary>Every value of an input. A shape that is inside itself is gone into once.</summary>
    public static IEnumerable<InputPath> All(Shape input) => Inside(new InputPath([], input), []).Skip(1);

    /// <summary>An input with this value here, beside what is good in it.</summary>
    public JsonObject In(JsonObject good, JsonNode? value)
    {
        foreach (var step in Steps.Reverse())
        {
            value = step == Element ? new JsonArray(value) : new JsonObject { [step == Entry ? Key : step] = value };
        }

        return (JsonObject)Merged(good, value!, Steps);
    }

    /// <summary>What is here in an input; null if nothing is.</summary>
    public JsonNode? Of(JsonNode? input) =>
        Steps.Aggregate(input, (at, step) => at switch
        {
            JsonArray list => list.FirstOrDefault(),
            JsonObject map when step == Entry => map.FirstOrDefault().Value,
            JsonObject structure => structure[step],
            _ => null,
        });

    public override string ToString() => string.Join('.', Steps);

    private static IEnumerable<InputPath> Inside(InputPath at, IReadOnlyList<Shape> outer)
    {
        yield return at;
        if (outer.Contains(at.Shape))
        {
            yield break;
        }

        var inner = at.Shape.Type switch
        {
            ShapeType.Structure => at.Shape.Members.Values.Select(member => at.Then(member.Name, member.Shape)),
            ShapeType.List => [at.Then(Element, at.Shape.Element!)],
            ShapeType.Map => [at.Then(Entry, at.Shape.Element!)],
            _ => [],
        };
        foreach (var path in inner.SelectMany(path => Inside(path, [.. outer, at.Shape])))
        {
            yield return path;
        }
    }

    private InputPath Then(string step, Shape shape) => new([.. Steps, step], shape);

    private static JsonNode Merged(JsonNode? good, JsonNode value, IEnumerable<string> steps)
    {
        switch (good, value)
        {
            case (JsonObject there, JsonObject one) when steps.Any():
                var (name, inner) = one.Single();
                var merged = (JsonObject)there.DeepClone();
                merged[name] = inner is null ? null : Merged(there[name], inner, steps.Skip(1));
                return merged;
            case (JsonArray { Count: > 0 } list, JsonArray { Count: 1 } one) when steps.Any() && one[0] is { } element:
                return new JsonArray(Merged(list[0], element, steps.Skip(1)));
            default:
                return value.DeepClone();
        }
    }
}
