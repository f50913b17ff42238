using System.Text;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Reads metadata: fields as a mail has them, an empty line, and the description.</summary>
internal static class CoreMetadataReader
{
    /// <summary>How many bytes it may have.</summary>
    public const int Most = 8 * 1024 * 1024;

    private const int MostFields = 20_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">It is none; the message follows the name of what was read.</exception>
    public static CoreMetadata Read(ReadOnlySpan<byte> bytes)
    {
        var text = Decoded(bytes);
        var (fields, at, number) = (new List<KeyValuePair<string, StringBuilder>>(), 0, 0);
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            var line = text[at..(end < 0 ? text.Length : end)].TrimEnd('\r');
            (at, number) = (end < 0 ? text.Length : end + 1, number + 1);
            if (line.Length == 0)
            {
                break;
            }

            Add(fields, line, number);
        }

        var all = fields.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString().Trim())).ToList();
        return new CoreMetadata([.. all.Where(field => !IsDescription(field.Key))], DescriptionOf(text[at..], all));
    }

    private static void Add(List<KeyValuePair<string, StringBuilder>> fields, string line, int number)
    {
        if (line[0] is ' ' or '\t' && fields.Count > 0)
        {
            fields[^1].Value.Append('\n').Append(line);
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !line.AsSpan(0, colon).ContainsOnly(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new InvalidDataException($"has no field in line {number}: 'Name: value' is expected");
        }

        if (fields.Count == MostFields)
        {
            throw new InvalidDataException($"has more than {MostFields} fields");
        }

        fields.Add(KeyValuePair.Create(line[..colon], new StringBuilder(line, colon + 1, line.Length - colon - 1, 0)));
    }

    private static bool ContainsOnly(this ReadOnlySpan<char> text, Func<char, bool> allowed)
    {
        foreach (var character in text)
        {
            if (!allowed(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDescription(string name) => name.Equals("Description", StringComparison.OrdinalIgnoreCase);

    /// <summary>Below the fields, or as older tools wrote it: as a field, each line of which stands behind a bar or eight spaces.</summary>
    private static string? DescriptionOf(string below, List<KeyValuePair<string, string>> fields)
    {
        if (below.Trim().Length > 0)
        {
            return below;
        }

        return fields.FirstOrDefault(field => IsDescription(field.Key)).Value is { Length: > 0 } written
            ? string.Join('\n', written.Split('\n').Select(line => line.StartsWith("       |", StringComparison.Ordinal) || line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line))
            : null;
    }

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("is not in UTF-8", e);
        }
    }
}
