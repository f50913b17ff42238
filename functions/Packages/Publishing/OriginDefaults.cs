using Sluice.Packages.Model;

namespace Sluice.Packages.Publishing;

/// <summary>What may come into a package that is new: from where its first version came, and from nowhere else, so that nobody outside can publish a newer one of the same name.</summary>
internal static class OriginDefaults
{
    public static StoredPackage Published(PackageId id) => new(id.Format, id.Namespace, id.Name, AllowPublish.ALLOW, AllowUpstream.BLOCK);

    public static StoredPackage Taken(PackageId id) => new(id.Format, id.Namespace, id.Name, AllowPublish.BLOCK, AllowUpstream.ALLOW);
}
