using Sluice.Packages.Model;
using Sluice.Packages.Rules;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Api.Versions;

/// <summary>Versions as the API shows them.</summary>
internal static class VersionViews
{
    public static PackageVersionSummary Summarize(StoredVersion version) => new() { Version = version.Version, Status = version.Status, Revision = version.Revision, Origin = Origin(version.Origin) };

    public static PackageVersionDescription Describe(PackageId id, StoredVersion version, Withholding? withholding) => new()
    {
        Format = id.Format,
        Namespace = id.Namespace,
        PackageName = id.Name,
        DisplayName = version.Summary.DisplayName ?? id.Name,
        Version = version.Version,
        Status = version.Status,
        Revision = version.Revision,
        PublishedTime = version.PublishedAt,
        PublishedBy = version.PublishedBy,
        CreatedTime = version.CreatedAt,
        ReleasedTime = version.ReleasedAt,
        Withheld = withholding is null ? null : new PackageVersionWithholding { Rule = TypeOf(withholding.Rule), Owner = withholding.Owner, Reason = withholding.Reason, UntilTime = withholding.Until },
        Origin = Origin(version.Origin),
        Summary = version.Summary.Summary,
        HomePage = version.Summary.HomePage,
        SourceCodeRepository = version.Summary.SourceCodeRepository,
        Licenses = [.. version.Summary.Licenses.Select(license => new LicenseInfo { Name = license.Name, Url = license.Url })],
    };

    public static AssetSummary Asset(StoredAsset asset) => new() { Name = asset.Name, Size = asset.Size, Hashes = asset.Hashes.ByName() };

    public static IReadOnlyDictionary<string, SuccessfulPackageVersionInfo> Succeeded(IReadOnlyDictionary<string, StoredVersion> versions) =>
        versions.ToDictionary(one => one.Key, one => new SuccessfulPackageVersionInfo { Revision = one.Value.Revision, Status = one.Value.Status });

    public static IReadOnlyDictionary<string, PackageVersionError> Failed(BatchEnd end) =>
        end.Failed.ToDictionary(one => one.Key, one => new PackageVersionError { ErrorCode = one.Value.Code, ErrorMessage = one.Value.Message });

    /// <summary>Those that were changed, and those that were so already.</summary>
    public static IReadOnlyDictionary<string, SuccessfulPackageVersionInfo> All(BatchEnd end) => Succeeded(end.Changed.Concat(end.Unchanged).ToDictionary());

    private static PackageRuleType TypeOf(WithheldBy rule) => rule switch
    {
        WithheldBy.Quarantine => PackageRuleType.QUARANTINE,
        WithheldBy.Block => PackageRuleType.BLOCK,
        WithheldBy.Allow => PackageRuleType.ALLOW,
        WithheldBy.Frozen => PackageRuleType.FROZEN,
        WithheldBy.AsOf => PackageRuleType.AS_OF,
        _ => PackageRuleType.MINIMUM_AGE,
    };

    private static PackageVersionOrigin Origin(VersionOrigin origin) => new()
    {
        OriginType = origin.Type,
        DomainEntryPoint = origin.Repository is null && origin.ExternalConnection is null ? null : new DomainEntryPoint { RepositoryName = origin.Repository, ExternalConnectionName = origin.ExternalConnection },
    };
}
