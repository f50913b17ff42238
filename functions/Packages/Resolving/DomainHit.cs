using Sluice.Packages.Model;

namespace Sluice.Packages.Resolving;

/// <summary>A package that a search of a domain found.</summary>
/// <param name="Package">It, in no repository.</param>
/// <param name="Repositories">Where something of it is kept; none if it is in quarantine alone.</param>
/// <param name="Quarantines">What of it is in quarantine.</param>
internal sealed record DomainHit(PackageId Package, IReadOnlyList<string> Repositories, IReadOnlyList<StoredQuarantine> Quarantines)
{
    /// <summary>By which hits are ordered.</summary>
    public string Key => KeyOf(Package);

    public static string KeyOf(PackageId package) => $"{package.Format}/{package.Namespace}/{package.Name}";
}
