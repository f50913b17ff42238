using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Maven's order of versions, for rules.</summary>
internal sealed class MavenOrder : IVersionOrder
{
    private static readonly string[] Early = ["alpha", "beta", "milestone", "rc", "cr", "snapshot"];

    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.maven;

    /// <inheritdoc/>
    public int Compare(string one, string other) => MavenVersion.Order.Compare(one, other);

    /// <inheritdoc/>
    public bool IsEarly(string version) => MavenPath.BuildOf(version) is not null || Early.Any(word => version.Contains(word, StringComparison.OrdinalIgnoreCase));
}
