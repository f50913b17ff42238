using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Quarantines;

/// <summary>Quarantine as the API shows it.</summary>
internal static class QuarantineViews
{
    public static PackageQuarantine Write(StoredQuarantine quarantine) => new()
    {
        Format = quarantine.Format,
        Namespace = quarantine.Namespace,
        Package = quarantine.Name,
        Version = quarantine.Version,
        Reason = quarantine.Reason,
        QuarantinedBy = quarantine.By,
        QuarantinedTime = quarantine.Since,
    };

    /// <summary>The package by the names that its format keeps it under; it need be in no repository.</summary>
    public static PackageId Id(string domain, PackageFormat format, string? space, string name) => new(domain, "", format, PackageNames.KeptNamespace(format, space), PackageNames.Kept(format, name));
}
