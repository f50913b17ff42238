using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>What a member must be.</summary>
internal interface IPatternNode
{
    /// <param name="value">The member's value; null if it is null or not there.</param>
    /// <param name="isThere">Whether it is there.</param>
    bool Matches(JsonNode? value, bool isThere);
}
