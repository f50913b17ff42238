using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Cargo.Outside;

/// <summary>A crate's file in the index of a registry outside.</summary>
/// <param name="Place">The repository that has the connection.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Document">The file.</param>
internal sealed record OutsideIndex(PackagePlace Place, ExternalConnection Connection, UpstreamDocument Document)
{
    /// <summary>The crate's lines. Those that are of another one are left out.</summary>
    public IReadOnlyList<IndexLine> Lines => [.. Read(Document.Content).Where(line => CrateName.In(Place.Id.Home, line.Name) == Place.Id)];

    /// <summary>A version of a line, as rules go by it.</summary>
    public static OutsideVersion Listed(IndexLine line) => new(line.Version, line.PublishedAt);

    /// <summary>The lines of a file. Those that are none are left out, as cargo does: they may be of a later form.</summary>
    public static IEnumerable<IndexLine> Read(byte[] content)
    {
        for (var at = 0; at < content.Length;)
        {
            var end = content.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var length ? at + length : content.Length;
            if (IndexLine.Read(content.AsSpan(at, end - at)) is { } line)
            {
                yield return line;
            }

            at = end + 1;
        }
    }
}
