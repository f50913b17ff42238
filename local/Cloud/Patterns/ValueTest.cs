using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>One of the values or operators of a pattern.</summary>
/// <param name="Fits">Whether a text, a number, true, false or null fits.</param>
/// <param name="OfNothing">Whether it fits if nothing is there.</param>
internal sealed record ValueTest(Func<JsonNode?, bool> Fits, bool OfNothing = false)
{
    /// <summary>Fits exactly this; numbers by their value.</summary>
    public static ValueTest Of(JsonNode? wanted) => new(value => JsonNode.DeepEquals(wanted, value));

    /// <summary>Fits texts only.</summary>
    public static ValueTest OfText(Func<string, bool> fits) => new(value => value?.GetValueKind() == JsonValueKind.String && fits((string)value!));

    /// <summary>Fits numbers only.</summary>
    public static ValueTest OfNumber(Func<double, bool> fits) => new(value => value?.GetValueKind() == JsonValueKind.Number && fits(value.Deserialize<double>()));
}
