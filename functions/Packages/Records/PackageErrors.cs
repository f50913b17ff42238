using Sluice.Packages.Model;

namespace Sluice.Packages.Records;

/// <summary>The errors of CodeArtifact's model, and one that only registries answer.</summary>
public static class PackageErrors
{
    /// <summary>What is asked for is not there.</summary>
    public const string NotFoundCode = "ResourceNotFoundException";

    /// <summary>What is there stands against it.</summary>
    public const string ConflictCode = "ConflictException";

    /// <summary>There would be too many.</summary>
    public const string QuotaCode = "ServiceQuotaExceededException";

    /// <summary>A registry outside does not answer, or not well, and nothing is kept of it.</summary>
    public const string UpstreamCode = "UpstreamUnavailable";

    /// <summary>There is no such domain.</summary>
    public static ApiException NoDomain(string name) => new(NotFoundCode, $"Domain not found. There is no domain '{name}'.");

    /// <summary>There is no such repository.</summary>
    public static ApiException NoRepository(RepositoryId id) => new(NotFoundCode, $"Repository not found. There is no repository '{id.Name}' in the domain '{id.Domain}'.");

    /// <summary>There is no such package in the repository itself.</summary>
    public static ApiException NoPackage(PackageId id) => new(NotFoundCode, $"Package not found. There is no {id}.");

    /// <summary>There is no such version in the repository itself.</summary>
    public static ApiException NoVersion(PackageId id, string version) => new(NotFoundCode, $"Package version not found. There is no version {version} of the {id}.");

    /// <summary>What is there stands against it.</summary>
    public static ApiException Conflict(string message) => new(ConflictCode, message);

    /// <summary>There would be too many.</summary>
    public static ApiException Quota(string message) => new(QuotaCode, message);

    /// <summary>It cannot be so.</summary>
    public static ApiException Invalid(string message) => new(CommonErrors.Validation, message);

    /// <summary>May not.</summary>
    public static ApiException Denied(string message) => new(CommonErrors.AccessDenied, message);
}
