namespace Sluice.Packages.Model;

/// <summary>A version that nobody is given any more in the whole domain, or all versions of a package.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Format">The package's format.</param>
/// <param name="Namespace">Null where there is none.</param>
/// <param name="Name">The package.</param>
/// <param name="Version">Which version; null for all of them.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Whose key did it.</param>
/// <param name="Since">When.</param>
/// <param name="Revision">Another one each time that something is put into quarantine.</param>
public sealed record StoredQuarantine(string Domain, PackageFormat Format, string? Namespace, string Name, string? Version, string Reason, string By, DateTimeOffset Since, string Revision);
