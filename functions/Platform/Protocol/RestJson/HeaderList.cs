using System.Text;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Lists in one header: values divided by commas, in quotes where they have a comma or a quote themselves.</summary>
internal static class HeaderList
{
    public static IReadOnlyList<string> Split(string header)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            switch (header[i])
            {
                case '\\' when isQuoted && i + 1 < header.Length:
                    value.Append(header[++i]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    Take(values, value);
                    break;
                default:
                    value.Append(header[i]);
                    break;
            }
        }

        Take(values, value);
        return values;
    }

    public static string Join(IEnumerable<string> values) => string.Join(", ", values.Select(Quoted));

    private static void Take(List<string> values, StringBuilder value)
    {
        values.Add(value.ToString().Trim());
        value.Clear();
    }

    private static string Quoted(string value) => value.AsSpan().ContainsAny(',', '"')
        ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : value;
}
