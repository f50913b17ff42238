using NuGet.Packaging;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>What a package says of itself, for people.</summary>
internal static class ManifestSummary
{
    /// <summary>What tools write where a licence is told otherwise.</summary>
    private const string NoLicenseUrl = "https://aka.ms/deprecateLicenseUrl";

    public static VersionSummary Of(string id, NuspecReader nuspec) => new()
    {
        DisplayName = id,
        Summary = Said(nuspec.GetDescription()) ?? Said(nuspec.GetSummary()),
        HomePage = Said(nuspec.GetProjectUrl()),
        SourceCodeRepository = Said(nuspec.GetRepositoryMetadata()?.Url),
        Licenses = Licenses(nuspec),
    };

    private static IReadOnlyList<StoredLicense> Licenses(NuspecReader nuspec) => (nuspec.GetLicenseMetadata(), Said(nuspec.GetLicenseUrl())) switch
    {
        ({ Type: LicenseType.Expression } license, _) => [new StoredLicense(license.License, license.LicenseUrl?.OriginalString)],
        (_, { } url) when url != NoLicenseUrl => [new StoredLicense(null, url)],
        _ => [],
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
