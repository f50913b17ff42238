using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Where a file is outside.</summary>
/// <param name="Package">The package in the repository that has the connection.</param>
/// <param name="Connection">The connection's name.</param>
/// <param name="File">As the registry's page lists it.</param>
internal sealed record OutsidePlace(PackageId Package, string Connection, OutsideFile File);
