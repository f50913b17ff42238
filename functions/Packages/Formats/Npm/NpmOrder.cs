using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.Npm;

/// <summary>npm's order of versions, for rules. What is no version is the lowest.</summary>
internal sealed class NpmOrder : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.npm;

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
