using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>Where revisions come from.</summary>
internal static class SourceTypes
{
    public const string Git = "Git";

    public const string Connection = "CodeStarSourceConnection";

    public const string CodeCommit = "CodeCommit";

    public const string GitHub = "GitHub";

    public const string S3 = "S3";

    public const string Ecr = "ECR";

    public const string CodeArtifact = "CodeArtifact";

    private static readonly CountRange One = new(1, 1);

    private static readonly string[] Commit = ["BranchName", "CommitId", "RepositoryUrl", "RepositoryName", "AuthorDate", "CommitterDate", "CommitMessage"];

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Source(ActionOwner.Custom, Git, Needed("Repository"), new("Branch"), new("ConnectionArn"), Flag("DetectChanges")) with { Variables = [.. Commit, "ConnectionArn"] },
        Source(ActionOwner.AWS, Connection, Needed("ConnectionArn"), Needed("FullRepositoryId"), Needed("BranchName"), Format(), Flag("DetectChanges")) with { Variables = [.. Commit, "FullRepositoryName", "ConnectionArn"] },
        Source(ActionOwner.AWS, CodeCommit, Needed("RepositoryName"), Needed("BranchName"), Flag("PollForSourceChanges"), Format()) with { Variables = Commit },
        Source(ActionOwner.ThirdParty, GitHub, Needed("Owner"), Needed("Repo"), Needed("Branch"), new(GitHubToken.Key, Required: true) { Secret = true }, Flag("PollForSourceChanges")) with { Variables = Commit },
        Source(ActionOwner.AWS, S3, Needed("S3Bucket"), Needed("S3ObjectKey"), Flag("PollForSourceChanges"), Flag("AllowOverrideForS3ObjectKey")) with { Variables = ["BucketName", "ObjectKey", "ETag", "VersionId"] },
        Source(ActionOwner.AWS, Ecr, Needed("RepositoryName"), new("ImageTag")) with { Variables = ["RegistryId", "RepositoryName", "ImageTag", "ImageDigest", "ImageURI"] },
        Source(ActionOwner.Custom, CodeArtifact, Needed("DomainName"), new("DomainOwner"), Needed("RepositoryName"), PackageFormat(), new("PackageNamespace"), Needed("PackageName"), new("PackageVersion")) with
        {
            Variables = ["DomainName", "RepositoryName", "PackageFormat", "PackageNamespace", "PackageName", "PackageVersion", "PackageVersionRevision"],
        },
    ];

    /// <summary>Whether a source has branches, tags and changed paths, by which a trigger can choose.</summary>
    public static bool IsGitLike(string provider) => provider is Git or Connection or CodeCommit or GitHub;

    private static ActionKind Source(ActionOwner owner, string provider, params ConfigurationKey[] keys) => new(ActionCategory.Source, owner, provider) { Outputs = One, Keys = keys };

    private static ConfigurationKey PackageFormat() => Choice("PackageFormat", "npm", "pypi", "maven", "nuget", "generic", "ruby", "swift", "cargo") with { Required = true };

    private static ConfigurationKey Format() => Choice("OutputArtifactFormat", "CODE_ZIP", "CODEBUILD_CLONE_REF");
}
