using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats;

/// <summary>The order of versions by Semantic Versioning, for rules. What is no version is the lowest.</summary>
/// <param name="format">Whose versions.</param>
internal sealed class SemanticOrder(PackageFormat format) : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => format;

    /// <inheritdoc/>
    public int Compare(string one, string other) => (SemanticVersion.Read(one), SemanticVersion.Read(other)) switch
    {
        (null, null) => string.CompareOrdinal(one, other),
        (null, _) => -1,
        ({ } left, var right) => left.CompareTo(right),
    };

    /// <inheritdoc/>
    public bool IsEarly(string version) => SemanticVersion.Read(version) is { IsPrerelease: true };
}
