namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Text in which each * stands for any characters, or none.</summary>
internal sealed class Wildcard(string pattern)
{
    private readonly string[] _parts = pattern.Split('*');

    public bool Fits(string text)
    {
        if (_parts.Length == 1)
        {
            return text == pattern;
        }

        if (text.Length < _parts[0].Length + _parts[^1].Length || !text.StartsWith(_parts[0], StringComparison.Ordinal) || !text.EndsWith(_parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        var end = text.Length - _parts[^1].Length;
        foreach (var part in _parts[1..^1])
        {
            var found = text.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
