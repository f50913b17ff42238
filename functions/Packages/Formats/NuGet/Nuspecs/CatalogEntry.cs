using System.Text.Json.Nodes;
using NuGet.Packaging;
using NuGet.Versioning;
using Sluice.Packages.Contents;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>What registrations tell of a version, as it is kept: without addresses, which depend on who is asked, and without whether it is listed.</summary>
internal static class CatalogEntry
{
    public static JsonObject Of(string id, NuGetVersion version, NuspecReader nuspec)
    {
        var entry = new JsonObject
        {
            ["@type"] = "PackageDetails",
            ["id"] = id,
            ["version"] = version.ToFullString(),
            ["authors"] = nuspec.GetAuthors(),
            ["description"] = nuspec.GetDescription(),
            ["requireLicenseAcceptance"] = nuspec.GetRequireLicenseAcceptance(),
            ["tags"] = new JsonArray([.. Words(nuspec.GetTags()).Select(tag => (JsonNode)tag)]),
            ["dependencyGroups"] = DependencyGroups.Told(nuspec.GetDependencyGroups()),
        };
        foreach (var (name, value) in Said(nuspec).Where(said => said.Value is { Length: > 0 }))
        {
            entry[name] = value;
        }

        if (nuspec.GetPackageTypes() is { Count: > 0 } types)
        {
            entry["packageTypes"] = new JsonArray([.. types.Select(type => (JsonNode)new JsonObject { ["name"] = type.Name })]);
        }

        return entry;
    }

    /// <summary>The same of this content.</summary>
    public static JsonObject With(JsonObject entry, StoredContent content)
    {
        var whole = entry.DeepClone().AsObject();
        whole["packageHash"] = Convert.ToBase64String(Convert.FromHexString(content.Hashes.Sha512));
        whole["packageHashAlgorithm"] = "SHA512";
        whole["packageSize"] = content.Size;
        return whole;
    }

    private static (string Name, string? Value)[] Said(NuspecReader nuspec) =>
    [
        ("title", nuspec.GetTitle()),
        ("summary", nuspec.GetSummary()),
        ("projectUrl", nuspec.GetProjectUrl()),
        ("iconUrl", nuspec.GetIconUrl()),
        ("licenseUrl", nuspec.GetLicenseUrl()),
        ("licenseExpression", nuspec.GetLicenseMetadata() is { Type: LicenseType.Expression } license ? license.License : null),
        ("language", nuspec.GetLanguage()),
        ("releaseNotes", nuspec.GetReleaseNotes()),
        ("copyright", nuspec.GetCopyright()),
        ("minClientVersion", nuspec.GetMinClientVersion()?.ToNormalizedString()),
    ];

    private static string[] Words(string? tags) => (tags ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
