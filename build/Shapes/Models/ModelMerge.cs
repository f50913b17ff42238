using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>Lays our additions over an original model, by the rules of the suite at run time: members and elements are added; nothing that the original says is replaced.</summary>
internal static class ModelMerge
{
    /// <exception cref="ModelFaultException">An addition contradicts the model.</exception>
    public static JsonValue Of(JsonValue model, JsonValue additions) => (model.Kind, additions.Kind) switch
    {
        (JsonKind.Object, JsonKind.Object) => model with { Members = Members(model, additions) },
        (JsonKind.List, JsonKind.List) => model with { Elements = [.. model.Elements, .. additions.Elements.Where(added => !model.Elements.Any(added.Says))] },
        _ when model.Says(additions) => model,
        _ => throw ModelFaultException.At(additions, "The addition says something else than the model does."),
    };

    private static List<KeyValuePair<string, JsonValue>> Members(JsonValue model, JsonValue additions)
    {
        var added = additions.Members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        var there = new HashSet<string>(model.Members.Select(member => member.Key), StringComparer.Ordinal);
        return
        [
            .. model.Members.Select(member => added.TryGetValue(member.Key, out var more) ? new KeyValuePair<string, JsonValue>(member.Key, Of(member.Value, more)) : member),
            .. additions.Members.Where(member => !there.Contains(member.Key)),
        ];
    }
}
