using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Packages;

/// <summary>A version of a package, as CodeArtifact describes it.</summary>
/// <param name="Package">Whose it is.</param>
/// <param name="Version">What CodeArtifact says: <c>Version</c>, <c>Revision</c>, <c>Status</c>, <c>PublishedTime</c> and more.</param>
internal sealed record PackageDetail(PackageName Package, JsonNode Version)
{
    public const string FileName = "packageVersion.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Number => (string)Version["Version"]!;

    public string Status => (string?)Version["Status"] ?? "";

    /// <summary>Names what the version is made of: another one if an asset was added or replaced.</summary>
    private string Revision => (string?)Version["Revision"] ?? "";

    /// <summary>Whether package managers get it.</summary>
    public bool IsServed => Status is "Published" or "Unlisted";

    public IReadOnlyDictionary<string, string> Variables() => new Dictionary<string, string>
    {
        ["DomainName"] = Package.Domain,
        ["RepositoryName"] = Package.Repository,
        ["PackageFormat"] = Package.Format,
        ["PackageNamespace"] = Package.Namespace ?? "",
        ["PackageName"] = Package.Name,
        ["PackageVersion"] = Number,
        ["PackageVersionRevision"] = Revision,
    };

    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["Version"] = "1.0",
            ["DomainName"] = Package.Domain,
            ["DomainOwner"] = Package.Owner,
            ["RepositoryName"] = Package.Repository,
            ["PackageFormat"] = Package.Format,
            ["PackageNamespace"] = Package.Namespace,
            ["PackageName"] = Package.Name,
            ["PackageVersion"] = Number,
            ["PackageVersionRevision"] = Revision,
            ["Status"] = Status,
            ["PublishedTime"] = Version["PublishedTime"]?.ToString(),
        },
        Indented);
}
