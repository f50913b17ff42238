using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>What is kept of a file with its asset, and how pages show it.</summary>
internal static class FileFacts
{
    private const string RequiresPython = "requires-python";
    private const string Metadata = "metadata";
    private const string UploadedAt = "uploaded-at";
    private const string Yanked = "yanked";

    public static IReadOnlyDictionary<string, string> Of(PyFile file) => new (string Name, string? Value)[]
    {
        (RequiresPython, file.RequiresPython), (Metadata, file.Metadata), (UploadedAt, file.UploadedAt), (Yanked, file.Yanked),
    }.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!);

    /// <summary>A kept file. Whoever hid its version said that nobody should take it any more.</summary>
    public static PyFile Read(StoredVersion version, StoredAsset asset)
    {
        string? Fact(string name) => asset.Facts?.GetValueOrDefault(name);
        return new PyFile(asset.Name, version.Version, Hashes(asset.Hashes))
        {
            Size = asset.Size,
            UploadedAt = Fact(UploadedAt) ?? Moment(version.FirstHadAt),
            RequiresPython = Fact(RequiresPython),
            Metadata = Fact(Metadata),
            Yanked = Hidden(version) ?? Fact(Yanked),
        };
    }

    /// <summary>Why a version is hidden; null if it is not.</summary>
    public static string? Hidden(StoredVersion version) => version.Status is PackageVersionStatus.Unlisted ? version.Deprecation ?? "" : null;

    public static string Moment(DateTimeOffset time) => $"{time.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}";

    public static IReadOnlyDictionary<string, string> Hashes(ContentHashes hashes) => new Dictionary<string, string> { ["md5"] = hashes.Md5, ["sha1"] = hashes.Sha1, ["sha256"] = hashes.Sha256, ["sha512"] = hashes.Sha512 };
}
