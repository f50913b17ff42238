using System.Text.Json.Nodes;

namespace Sluice.World.Machines.Cloud;

internal sealed record FakeAlias(string Version, Dictionary<string, decimal> Weights, string RevisionId, string Description = "")
{
    public JsonObject ToJson(string function, string name)
    {
        var answer = new JsonObject
        {
            ["AliasArn"] = $"arn:aws:lambda:us-east-1:000000000000:function:{function}:{name}",
            ["Name"] = name,
            ["FunctionVersion"] = Version,
            [nameof(RevisionId)] = RevisionId,
        };
        if (Weights.Count > 0)
        {
            answer["RoutingConfig"] = new JsonObject
            {
                ["AdditionalVersionWeights"] = new JsonObject(Weights.Select(weight => KeyValuePair.Create(weight.Key, (JsonNode?)JsonValue.Create((double)weight.Value)))),
            };
        }

        return answer;
    }

    public override string ToString() => string.Join(" ", Weights.Select(weight => $"{weight.Key}:{weight.Value * 100:0.##}%").Prepend(Version));
}
