using System.Text.Json;

namespace Sluice.Platform.GitHosts;

/// <summary>What a host sent. What is not there, or is something else than expected, is null: hosts add and leave out members as they like.</summary>
public readonly struct Payload(JsonElement? element)
{
    /// <summary>A member of an object.</summary>
    public Payload this[string name] => element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? new Payload(member) : default;

    /// <summary>Whether it is there, and is not null.</summary>
    public bool IsThere => element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    /// <summary>Whether it is the value true.</summary>
    public bool IsTrue => element is { ValueKind: JsonValueKind.True };

    /// <summary>A text or a number as it is written.</summary>
    public string? Text => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number.</summary>
    public long? Number => element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<Payload> Items => element is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => new Payload(item))] : [];

    /// <summary>Texts of a list.</summary>
    public IEnumerable<string> Texts => Items.Select(item => item.Text).OfType<string>();

    /// <summary>Null if it is no JSON object.</summary>
    public static JsonDocument? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
