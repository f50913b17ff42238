using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>Whatever a user sends becomes part of a key somewhere, and the table takes no key of any length: it is for the operations to say so.</summary>
public sealed class LongTextTests
{
    private static readonly ServiceModel _model = new ServiceModels()["codedeploy"];

    public static TheoryData<string> Operations => [.. _model.Operations.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Text_of_any_length_is_taken_or_refused_by_an_error_that_the_operation_declares(string operation)
    {
        using var world = await RefusedWorld.CreateAsync();
        foreach (var path in Texts(_model.Operations[operation].Input!, []))
        {
            foreach (var text in (string[])[new string('x', 3_000), string.Concat(Enumerable.Repeat("😀", 1_000)), "a\ud800"])
            {
                await TryAsync(world, operation, path, text);
            }
        }
    }

    private static async Task TryAsync(RefusedWorld world, string operation, IReadOnlyList<string> path, string text)
    {
        var input = GoodInputs.Edited(operation, "{}");
        Put(input, path, text);

        var (status, answer) = await world.AskAsync(operation, input);

        status.ShouldBeLessThan(500, $"{operation} {string.Join('.', path)}: {answer?.ToJsonString()}");
        if (status != 200)
        {
            string[] common = ["SerializationException", "ValidationException"];
            _model.Operations[operation].Errors.Concat(common).ShouldContain((string)answer!["__type"]!, $"{operation} {string.Join('.', path)}");
        }
    }

    /// <summary>Where there is text in an input, each shape once; <c>[]</c> is an element.</summary>
    private static IEnumerable<IReadOnlyList<string>> Texts(Shape shape, IReadOnlyList<string> path) => shape.Type switch
    {
        ShapeType.String => [path],
        ShapeType.Structure => shape.Members.Values.SelectMany(member => Texts(member.Shape, [.. path, member.Name])),
        ShapeType.List => Texts(shape.Element!, [.. path, "[]"]),
        _ => [],
    };

    private static void Put(JsonNode input, IReadOnlyList<string> path, string text)
    {
        JsonNode value = JsonValue.Create(text);
        foreach (var step in path.Skip(1).Reverse())
        {
            value = step == "[]" ? new JsonArray(value) : new JsonObject { [step] = value };
        }

        input[path[0]] = Merged(input[path[0]], value);
    }

    // Beside what is good, so that what is long is looked at.
    private static JsonNode Merged(JsonNode? good, JsonNode value)
    {
        switch (good, value)
        {
            case (JsonObject there, JsonObject one):
                var (name, inner) = one.Single();
                var merged = (JsonObject)there.DeepClone();
                merged[name] = Merged(there[name], inner!.DeepClone());
                return merged;
            case (JsonArray { Count: > 0 } list, JsonArray { Count: 1 } one):
                return new JsonArray(Merged(list[0], one[0]!.DeepClone()));
            default:
                return value.DeepClone();
        }
    }
}
