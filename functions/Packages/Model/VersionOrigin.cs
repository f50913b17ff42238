namespace Sluice.Packages.Model;

/// <summary>How a version came into the domain.</summary>
/// <param name="Type">Published here, or taken from a registry outside.</param>
/// <param name="Repository">Where it was published; null if it was not.</param>
/// <param name="ExternalConnection">By which connection it was taken, e.g. <c>public:npmjs</c>; null if it was not.</param>
public sealed record VersionOrigin(PackageVersionOriginType Type, string? Repository, string? ExternalConnection)
{
    /// <summary>It was published to this repository.</summary>
    public static VersionOrigin Published(string repository) => new(PackageVersionOriginType.INTERNAL, repository, null);

    /// <summary>It was taken by this connection.</summary>
    public static VersionOrigin Taken(string connection) => new(PackageVersionOriginType.EXTERNAL, null, connection);
}
