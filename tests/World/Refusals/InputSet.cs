using System.Text.Json.Nodes;

namespace Sluice.World.Refusals;

/// <summary>An input of each operation that its world takes, so that a refusal is due to what is changed in it.</summary>
/// <param name="inputs">By operation; the inside of an object in JSON with single quotes.</param>
internal sealed class InputSet(IReadOnlyDictionary<string, string> inputs)
{
    public IReadOnlyList<string> Operations => [.. inputs.Keys];

    /// <summary>The operation's good input.</summary>
    public JsonObject Of(string operation) => SingleQuoted.Json($"{{{inputs[operation]}}}");

    /// <summary>The same with an edit.</summary>
    public JsonObject Edited(string operation, string edit)
    {
        var input = Of(operation);
        foreach (var (member, value) in SingleQuoted.Json(edit))
        {
            input[member] = value?.DeepClone();
        }

        return input;
    }
}
