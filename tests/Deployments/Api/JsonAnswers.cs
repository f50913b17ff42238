using System.Text.Json.Nodes;

namespace Sluice.Deployments.Tests.Api;

/// <summary>Holds answers to what is expected of them.</summary>
internal static class JsonAnswers
{
    /// <summary>The members of an object have no order.</summary>
    public static void ShouldSay(this JsonNode? answer, string json) =>
        JsonNode.DeepEquals(answer, JsonNode.Parse(json)).ShouldBeTrue($"{answer?.ToJsonString()} should be {json}");
}
