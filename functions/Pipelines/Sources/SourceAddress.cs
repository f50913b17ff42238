using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Sources;

/// <summary>Where a source is, for people and for what its revision is kept by; never with credentials.</summary>
internal static class SourceAddress
{
    public static string Of(ActionDeclaration source) => source.ActionTypeId.Provider switch
    {
        SourceTypes.S3 => WithKey(source, source.Setting("S3ObjectKey") ?? ""),
        SourceTypes.CodeCommit => $"codecommit://{source.Setting("RepositoryName")}",
        SourceTypes.Connection => source.Setting("FullRepositoryId") ?? "",
        SourceTypes.GitHub => $"https://github.com/{source.Setting("Owner")}/{source.Setting("Repo")}.git",
        SourceTypes.Ecr => source.Setting("RepositoryName") ?? "",
        SourceTypes.CodeArtifact => $"codeartifact://{string.Join('/', new[] { "DomainName", "RepositoryName", "PackageFormat", "PackageNamespace", "PackageName" }.Select(source.Setting).OfType<string>())}",
        _ => Credentials.Removed(source.Setting("Repository") ?? ""),
    };

    public static string WithKey(ActionDeclaration source, string key) => $"s3://{source.Setting("S3Bucket")}/{key}";
}
