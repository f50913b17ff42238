using System.Text.Json.Nodes;
using Sluice.Pipelines.Definitions;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Tests.Definitions;

/// <summary>Documents of any shape give a pipeline or faults, and never anything else.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Scraps =
    [
        "null", "[]", "{}", "0", "-1", "1e99", "true", "\"\"", "\"#{\"", "\"#{a.b}\"", "\"#{}\"", "\"[z-a]\"", "\"::\"", "\"* * * * * *\"", "\"0 0 0 ? * 9 3000\"", "[[]]", "[{}]", "[null]", "{\"\":\"\"}", "\"\\u0000\"", "[\"Source\",\"Source\"]", "99999999999",
    ];

    [Fact]
    public void Documents_with_other_values_are_read_or_refused()
    {
        var random = new Random(23);
        for (var i = 0; i < 4000; i++)
        {
            var root = JsonNode.Parse(Declared.Text)!;
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Change(root, random);
            }

            ReadOrRefused(i % 2 == 0 ? "p.json" : "p.yml", root.ToJsonString());
        }
    }

    [Fact]
    public void Documents_with_other_characters_are_read_or_refused()
    {
        var random = new Random(29);
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(Declared.Text.Length - 40);
            var text = random.Next(3) switch
            {
                0 => Declared.Text.Remove(at, random.Next(1, 40)),
                1 => Declared.Text.Insert(at, "{}[]\",:0null\u0000#"[random.Next(12)..]),
                _ => Declared.Text.Insert(at, Declared.Text.Substring(random.Next(Declared.Text.Length - 40), random.Next(1, 40))),
            };
            ReadOrRefused(i % 2 == 0 ? "p.json" : "p.yml", text);
        }
    }

    private static void ReadOrRefused(string file, string text)
    {
        try
        {
            PipelineDocument.Parse(file, text);
        }
        catch (InvalidDocumentException refused)
        {
            refused.Faults.ShouldNotBeEmpty();
            refused.Faults.ShouldAllBe(fault => fault.Message.Length > 0);
            InvalidPipeline.Of(refused).Code.ShouldEndWith("Exception");
        }
    }

    /// <summary>Another value, one less, or one twice, somewhere.</summary>
    private static void Change(JsonNode root, Random random)
    {
        var places = All(root).ToList();
        var place = places[random.Next(places.Count)];
        var scrap = random.Next(3) switch
        {
            0 => JsonNode.Parse(Scraps[random.Next(Scraps.Length)]),
            1 => places[random.Next(places.Count)].DeepClone(),
            _ => null,
        };
        if (place.Parent is JsonObject map)
        {
            map[place.GetPropertyName()] = scrap;
        }
        else if (place.Parent is JsonArray list)
        {
            list[place.GetElementIndex()] = scrap;
        }
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject map => map.Select(member => member.Value).OfType<JsonNode>().SelectMany(child => All(child).Prepend(child)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(child => All(child).Prepend(child)),
        _ => [],
    };
}
