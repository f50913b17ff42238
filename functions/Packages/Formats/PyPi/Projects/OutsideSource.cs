using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>A project's page of a registry outside.</summary>
/// <param name="Place">The repository that has the connection.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Address">Where the page is.</param>
/// <param name="Page">It.</param>
internal sealed record OutsideSource(PackagePlace Place, ExternalConnection Connection, Uri Address, UpstreamDocument Page);
