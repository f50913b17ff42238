using System.Text.Json.Nodes;
using NuGet.Packaging;
using NuGet.Versioning;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>What a package needs, by the frameworks for which it needs it.</summary>
internal static class DependencyGroups
{
    /// <summary>As registrations tell it.</summary>
    public static JsonArray Told(IEnumerable<PackageDependencyGroup> groups) => [.. groups.Select(group => (JsonNode)Group(group))];

    /// <summary>As the API tells it: each package once for each range, and by no framework.</summary>
    public static IReadOnlyList<StoredDependency> Stored(IEnumerable<PackageDependencyGroup> groups) =>
    [
        .. groups.SelectMany(group => group.Packages)
            .Where(dependency => PackageName.Key(dependency.Id) is not null)
            .Select(dependency => new StoredDependency(null, PackageName.Key(dependency.Id)!, "", Range(dependency)))
            .Distinct(),
    ];

    private static JsonObject Group(PackageDependencyGroup group)
    {
        var told = new JsonObject { ["@type"] = "PackageDependencyGroup" };
        if (group.TargetFramework is { IsAny: false } framework)
        {
            told["targetFramework"] = framework.GetShortFolderName();
        }

        if (group.Packages.Any())
        {
            told["dependencies"] = new JsonArray([.. group.Packages.Select(dependency => (JsonNode)new JsonObject { ["@type"] = "PackageDependency", ["id"] = dependency.Id, ["range"] = Range(dependency) })]);
        }

        return told;
    }

    private static string Range(global::NuGet.Packaging.Core.PackageDependency dependency) => (dependency.VersionRange ?? VersionRange.All).ToNormalizedString();
}
