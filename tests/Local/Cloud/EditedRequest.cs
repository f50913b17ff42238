using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud;

/// <summary>A request that would be taken, but for an edit.</summary>
internal static class EditedRequest
{
    /// <param name="good">What would be taken; it is changed.</param>
    /// <param name="edit">Members as they are to be instead, as JSON without its braces, in single quotes.</param>
    public static JsonObject Of(JsonObject good, string edit)
    {
        foreach (var (member, value) in JsonNode.Parse($"{{{edit.Replace('\'', '"')}}}")!.AsObject())
        {
            good[member] = value?.DeepClone();
        }

        return good;
    }
}
