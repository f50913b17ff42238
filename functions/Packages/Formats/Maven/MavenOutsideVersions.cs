using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Which versions a Maven repository outside has. Snapshots are not taken from outside, so that they are in nobody's way.</summary>
internal sealed class MavenOutsideVersions(MavenTimes times) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.maven;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken) =>
        !MavenPath.FolderOf(version).EndsWith(MavenPath.Snapshot, StringComparison.Ordinal) && await times.HasAsync(connection, id, version, cancellationToken);
}
