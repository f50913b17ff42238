using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>Python's order of versions, for rules. What is no version is the lowest.</summary>
internal sealed class PyOrder : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.pypi;

    /// <inheritdoc/>
    public int Compare(string one, string other) => (PyVersion.Read(one), PyVersion.Read(other)) switch
    {
        (null, null) => string.CompareOrdinal(one, other),
        (null, _) => -1,
        ({ } left, var right) => left.CompareTo(right),
    };

    /// <inheritdoc/>
    public bool IsEarly(string version) => PyVersion.Read(version) is { IsEarly: true };
}
