using System.Text;

namespace Sluice.Packages.Formats.Archives;

/// <summary>What the entries before an entry say of it, because its own head has no room for it.</summary>
internal sealed record TarDescription(string? Name, string? Link, long? Size)
{
    public static readonly TarDescription None = new(null, null, null);

    public TarDescription With(TarDescription other) => new(other.Name ?? Name, other.Link ?? Link, other.Size ?? Size);

    public TarEntry Of(TarHead head)
    {
        var name = Name ?? head.Name;
        return new TarEntry(name.StartsWith("./", StringComparison.Ordinal) && name.Length > 2 ? name[2..] : name, head.Type, Size ?? head.Size, Link ?? head.Link);
    }

    /// <summary>Lines of <c>LENGTH NAME=VALUE</c>, where the length is that of the whole line.</summary>
    /// <exception cref="InvalidDataException">They are none.</exception>
    public static TarDescription Read(ReadOnlySpan<byte> lines)
    {
        var description = None;
        while (lines.Length > 0)
        {
            var space = lines.IndexOf((byte)' ');
            if (space <= 0 || !int.TryParse(Encoding.ASCII.GetString(lines[..space]), out var length) || length <= space + 1 || length > lines.Length || lines[length - 1] != '\n')
            {
                throw new InvalidDataException("is a broken tar: a line that describes an entry has not the length that it says");
            }

            description = description.With(Line(Encoding.UTF8.GetString(lines[(space + 1)..(length - 1)])));
            lines = lines[length..];
        }

        return description;
    }

    private static TarDescription Line(string line) => line.Split('=', 2) switch
    {
        ["path", var path] => None with { Name = path },
        ["linkpath", var link] => None with { Link = link },
        ["size", var size] => None with { Size = long.TryParse(size, out var number) && number is >= 0 and < long.MaxValue / 2 ? number : throw new InvalidDataException("is a broken tar: an entry's size cannot be") },
        _ => None,
    };
}
