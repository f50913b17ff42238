using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.Ruby.Names;

/// <summary>RubyGems' order of versions, for rules. What is no version is the lowest.</summary>
internal sealed class GemOrder : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.ruby;

    /// <inheritdoc/>
    public int Compare(string one, string other) => (GemNumber.Read(one), GemNumber.Read(other)) switch
    {
        (null, null) => string.CompareOrdinal(one, other),
        (null, _) => -1,
        ({ } left, var right) => left.CompareTo(right),
    };

    /// <inheritdoc/>
    public bool IsEarly(string version) => GemNumber.Read(version) is { IsPrerelease: true };
}
