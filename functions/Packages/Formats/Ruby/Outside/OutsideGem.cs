using System.Text;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Outside;

/// <summary>A gem's file in the compact index of a registry outside.</summary>
/// <param name="Place">The repository that has the connection.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Document">The file.</param>
internal sealed record OutsideGem(PackagePlace Place, ExternalConnection Connection, UpstreamDocument Document)
{
    /// <summary>Its lines. Those that are none are left out.</summary>
    public IReadOnlyList<InfoLine> Lines => Read(Place.Id.Name, Document.Content);

    /// <summary>A gem of a line, as rules go by it. Those for several platforms come one by one.</summary>
    public static OutsideVersion Listed(InfoLine line) => new(line.File.Version, line.CreatedAt) { Key = line.File.Number };

    /// <summary>The lines of a gem's file.</summary>
    public static IReadOnlyList<InfoLine> Read(string name, byte[] content) => [.. Encoding.UTF8.GetString(content).Split('\n').Select(line => InfoLine.Read(name, line)).OfType<InfoLine>()];
}
