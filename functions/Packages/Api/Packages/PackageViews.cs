using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Packages;

/// <summary>Packages as the API shows them.</summary>
internal static class PackageViews
{
    public static PackageDescription Describe(StoredPackage package) => new() { Format = package.Format, Namespace = package.Namespace, Name = package.Name, OriginConfiguration = Origins(package) };

    public static PackageSummary Summarize(StoredPackage package) => new() { Format = package.Format, Namespace = package.Namespace, Package = package.Name, OriginConfiguration = Origins(package) };

    public static PackageOriginConfiguration Origins(StoredPackage package) => new() { Restrictions = new PackageOriginRestrictions { Publish = package.Publish, Upstream = package.Upstream } };
}
