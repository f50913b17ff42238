namespace Sluice.Shapes.Json;

/// <summary>A value of a document, and where it stands: models are merged and referred to, and each fault has its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A text's characters, or a number's digits.</param>
/// <param name="Members">An object's members in their order.</param>
/// <param name="Elements">A list's elements.</param>
/// <param name="Source">The document.</param>
/// <param name="At">Its first character there.</param>
internal sealed record JsonValue(
    JsonKind Kind, string Text, IReadOnlyList<KeyValuePair<string, JsonValue>> Members, IReadOnlyList<JsonValue> Elements, JsonSource Source, int At)
{
    public JsonValue? this[string name] => Members.FirstOrDefault(member => member.Key == name).Value;

    public Place Place => Place.Of(Source.Path, Source.Text, At);

    /// <summary>Whether both say the same, wherever they stand.</summary>
    public bool Says(JsonValue other) =>
        Kind == other.Kind && Text == other.Text && Members.Count == other.Members.Count && Elements.Count == other.Elements.Count
        && Members.All(member => other[member.Key] is { } there && member.Value.Says(there))
        && Elements.Zip(other.Elements, (one, two) => one.Says(two)).All(same => same);
}
