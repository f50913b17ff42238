using System.Text.Json.Nodes;

namespace Sluice.Platform.Protocol.Models;

/// <summary>Lays our additions over an original model: members and elements are added; nothing that the original says is replaced.</summary>
internal static class ModelMerge
{
    /// <exception cref="InvalidOperationException">An addition contradicts the model.</exception>
    public static void Into(JsonObject model, JsonObject additions, string at = "")
    {
        foreach (var (name, added) in additions)
        {
            switch (model[name], added)
            {
                case (null, { } fresh):
                    model[name] = fresh.DeepClone();
                    break;
                case (JsonObject there, JsonObject more):
                    Into(there, more, $"{at}/{name}");
                    break;
                case (JsonArray there, JsonArray more):
                    Append(there, more);
                    break;
                case ({ } there, _) when !JsonNode.DeepEquals(there, added):
                    throw new InvalidOperationException($"The addition {at}/{name} says {added?.ToJsonString()}, but the model says {there.ToJsonString()}.");
            }
        }
    }

    private static void Append(JsonArray there, JsonArray more)
    {
        foreach (var added in more.Where(added => !there.Any(present => JsonNode.DeepEquals(present, added))).ToList())
        {
            there.Add(added?.DeepClone());
        }
    }
}
