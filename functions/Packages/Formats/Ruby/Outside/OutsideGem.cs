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
    public IReadOnlyList<InfoLine> Lines => [.. Encoding.UTF8.GetString(Document.Content).Split('\n').Select(line => InfoLine.Read(Place.Id.Name, line)).OfType<InfoLine>()];
}
