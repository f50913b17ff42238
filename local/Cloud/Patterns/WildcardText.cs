namespace Sluice.Local.Cloud.Patterns;

/// <summary>A text in which <c>*</c> stands for any text, <c>\*</c> for a star and <c>\\</c> for a backslash.</summary>
internal sealed class WildcardText
{
    // The texts between the stars.
    private readonly List<string> _parts;

    private WildcardText(List<string> parts) => _parts = parts;

    /// <returns>Null if two stars are side by side, or something else is escaped.</returns>
    public static WildcardText? Read(string text)
    {
        var parts = new List<string> { "" };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '*')
            {
                if (at + 1 < text.Length && text[at + 1] == '*')
                {
                    return null;
                }

                parts.Add("");
                continue;
            }

            if (text[at] == '\\' && (++at == text.Length || text[at] is not ('*' or '\\')))
            {
                return null;
            }

            parts[^1] += text[at];
        }

        return new WildcardText(parts);
    }

    public bool Fits(string value)
    {
        if (_parts.Count == 1)
        {
            return value == _parts[0];
        }

        if (value.Length < _parts[0].Length + _parts[^1].Length || !value.StartsWith(_parts[0], StringComparison.Ordinal) || !value.EndsWith(_parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var rest = value.AsSpan(_parts[0].Length, value.Length - _parts[0].Length - _parts[^1].Length);
        foreach (var part in _parts[1..^1])
        {
            var found = rest.IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return true;
    }
}
