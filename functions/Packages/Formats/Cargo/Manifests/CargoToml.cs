using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Cargo.Manifests;

/// <summary>What the <c>Cargo.toml</c> of a crate says.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Version">As it is written.</param>
internal sealed record CargoToml(string Name, string Version)
{
    public string? Description { get; init; }

    public string? HomePage { get; init; }

    public string? Repository { get; init; }

    public string? Documentation { get; init; }

    public string? License { get; init; }

    public string? LicenseFile { get; init; }

    /// <summary>Which file is its readme; null if that is not said, empty if there is to be none.</summary>
    public string? Readme { get; init; }

    /// <summary>The native library that it links.</summary>
    public string? Links { get; init; }

    /// <summary>The oldest compiler that it takes.</summary>
    public string? RustVersion { get; init; }

    public IReadOnlyList<CrateDependency> Dependencies { get; init; } = [];

    /// <summary>What each feature turns on.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Features { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>For people.</summary>
    public VersionSummary Summary => new()
    {
        DisplayName = Name,
        Summary = ShortText.Of(Description),
        HomePage = ShortText.Of(HomePage ?? Documentation),
        SourceCodeRepository = ShortText.Of(Repository),
        Licenses = (License ?? LicenseFile) is { } license ? [new StoredLicense(ShortText.Of(license))] : [],
    };
}
