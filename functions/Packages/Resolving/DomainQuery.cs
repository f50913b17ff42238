namespace Sluice.Packages.Resolving;

/// <summary>What is searched for in a domain; what is null does not matter.</summary>
/// <param name="Name">A part of the name, in whatever case.</param>
/// <param name="Format">Which format.</param>
/// <param name="Namespace">The whole namespace.</param>
/// <param name="Publisher">The name of a key that published a version.</param>
/// <param name="Quarantined">Whether something of it is in quarantine, or nothing is.</param>
internal sealed record DomainQuery(string? Name, PackageFormat? Format, string? Namespace, string? Publisher, bool? Quarantined)
{
    /// <summary>Whether a package is searched for, but for its publisher.</summary>
    public bool Fits(DomainHit hit) =>
        (Name is null || hit.Package.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
        && (Format is null || Format == hit.Package.Format)
        && (Namespace is null || Namespace == hit.Package.Namespace)
        && (Quarantined is null || Quarantined == hit.Quarantines.Count > 0);
}
