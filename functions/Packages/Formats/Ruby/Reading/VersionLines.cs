using System.Text;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Walks through lists of all versions: a head, three hyphens, and lines of which each begins with a gem's name. A gem may have several lines. Pure.</summary>
internal static class VersionLines
{
    private static ReadOnlySpan<byte> HeadEnd => "---\n"u8;

    /// <summary>Copies the lines of all gems but of those that were told before; then they all were.</summary>
    /// <param name="list">All lines.</param>
    /// <param name="to">Where to.</param>
    /// <param name="told">Names that are left out.</param>
    /// <param name="given">The line that a name's line is given as, if not as it is; none if it is empty.</param>
    public static void Copy(ReadOnlySpan<byte> list, Stream to, HashSet<string> told, Func<string, string, string?>? given = null)
    {
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = Body(list); !rest.IsEmpty;)
        {
            var line = First(rest);
            rest = rest[line.Length..];
            if (NameOf(line) is { } name && !told.Contains(name))
            {
                var plain = line.TrimEnd((byte)'\n');
                var instead = given?.Invoke(name, Encoding.UTF8.GetString(plain)) is { } text ? Encoding.UTF8.GetBytes(text) : plain;
                if (!instead.IsEmpty)
                {
                    fresh.Add(name);
                    to.Write(instead);
                    to.WriteByte((byte)'\n');
                }
            }
        }

        told.UnionWith(fresh);
    }

    /// <summary>The names in a list, some of them more than once.</summary>
    public static IEnumerable<string> NamesOf(byte[] list)
    {
        var names = new List<string>();
        for (var rest = Body(list); !rest.IsEmpty;)
        {
            var line = First(rest);
            rest = rest[line.Length..];
            names.AddRange(NameOf(line) is { } name ? [name] : []);
        }

        return names;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> list) => list.StartsWith(HeadEnd) ? list[HeadEnd.Length..] : list.IndexOf("\n---\n"u8) is >= 0 and var at ? list[(at + 1 + HeadEnd.Length)..] : default;

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> rest) => rest.IndexOf((byte)'\n') is >= 0 and var end ? rest[..(end + 1)] : rest;

    private static string? NameOf(ReadOnlySpan<byte> line) => line.IndexOf((byte)' ') is > 0 and var end ? Encoding.UTF8.GetString(line[..end]) : null;
}
