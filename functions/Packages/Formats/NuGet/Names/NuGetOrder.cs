using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.NuGet.Names;

/// <summary>NuGet's order of versions, for rules.</summary>
internal sealed class NuGetOrder : IVersionOrder
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.nuget;

    /// <inheritdoc/>
    public int Compare(string one, string other) => PackageNumber.Read(one).CompareTo(PackageNumber.Read(other));

    /// <inheritdoc/>
    public bool IsEarly(string version) => PackageNumber.Read(version).IsPrerelease;
}
