using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>Where things are in the table.</summary>
internal static class PackageKeys
{
    public const string Domains = "PKGDOMAIN";
    public const string VersionPrefix = "V#";
    public const string TagPrefix = "T#";

    // Two names of 255 characters may have more bytes than a key.
    private const int LongestName = 500;

    public static Key Domain(string name) => new(Domains, name);

    public static string Repositories(string domain) => $"PKGREPO#{domain}";

    public static Key Repository(RepositoryId id) => new(Repositories(id.Domain), id.Name);

    /// <summary>The packages of a repository.</summary>
    public static string Packages(RepositoryId id) => $"PKG#{id}";

    public static Key Package(PackageId id) => new(Packages(id.Home), $"{id.Format}#{Named(id)}");

    /// <summary>Of one format only; of one namespace only.</summary>
    public static string PackagePrefix(PackageFormat? format, string? space) => (format, space) switch
    {
        (null, _) => "",
        (_, null) => $"{format}#",
        _ => $"{format}#{space}/",
    };

    /// <summary>The versions of a package, and its tags.</summary>
    public static string Versions(PackageId id) => $"PKGV#{id.Home}#{id.Format}#{Named(id)}";

    public static Key Version(PackageId id, string version) => new(Versions(id), VersionPrefix + version);

    public static Key Tag(PackageId id, string tag) => new(Versions(id), TagPrefix + tag);

    /// <summary>The package groups of a domain that somebody made or changed.</summary>
    public static string Groups(string domain) => $"PKGGROUP#{domain}";

    public static Key Group(string domain, string pattern) => new(Groups(domain), Short(pattern));

    /// <summary>What is in quarantine in a domain.</summary>
    public static string Quarantines(string domain) => $"PKGQUARANTINE#{domain}";

    /// <summary>What of a package is, in whichever repository.</summary>
    public static Query QuarantinesOf(PackageId id) => new(Quarantines(id.Domain), $"{id.Format}#{Named(id)}#");

    /// <summary>A version, or the whole package for null.</summary>
    public static Key Quarantine(PackageId id, string? version) => new(Quarantines(id.Domain), $"{id.Format}#{Named(id)}#{version}");

    /// <summary>Which is the newest state of a domain's groups and quarantines.</summary>
    public static Key RulesRevision(string domain) => new("PKGRULES", domain);

    /// <summary>Since when versions of a package are known at a registry outside.</summary>
    public static Key OutsideTimes(string connection, PackageId id) => new($"PKGTIMES#{connection}", $"{id.Format}#{Named(id)}");

    /// <summary>How far the sweep of retention came.</summary>
    public static readonly Key Sweep = new("PKGSWEEP", "PLACE");

    /// <summary>The contents of a domain.</summary>
    public static string Contents(string domain) => $"PKGC#{domain}";

    public static Key Content(string domain, string sha256) => new(Contents(domain), sha256);

    private static string Named(PackageId id) => Short($"{id.Namespace}/{id.Name}");

    private static string Short(string name) => Encoding.UTF8.GetByteCount(name) <= LongestName ? name : $"{name[..1]}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
}
