using System.Text.Json.Nodes;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;

namespace Sluice.Local.Commands.Builds;

/// <summary>The job of a build that was made before: its commit, buildspec, variables and image, as CodeBuild's API tells them.</summary>
internal static class LikeJob
{
    private const int SecondsPerMinute = 60;

    /// <param name="build">As <c>BatchGetBuilds</c> answers it.</param>
    /// <param name="options">What of it is to be otherwise.</param>
    /// <param name="folder">The folder that is built in place of its source; null for its source.</param>
    /// <exception cref="UsageException">It cannot be made here.</exception>
    public static BuildJob Of(JsonNode build, FolderBuildOptions options, string? folder)
    {
        var (id, environment, source) = (Text(build, "id")!, build["environment"]!, build["source"]!);
        return new BuildJob
        {
            BuildId = id,
            BuildArn = Text(build, "arn")!,
            BuildNumber = build["buildNumber"]?.GetValue<long>() ?? 1,
            Initiator = Text(build, "initiator") ?? "user",
            Output = FolderJob.Output,
            TimeoutSeconds = (build["timeoutInMinutes"]?.GetValue<int>() ?? SecondsPerMinute) * SecondsPerMinute,
            Source = folder is not null ? FolderJob.SourceOf(folder) : SourceOf(id, source, Text(build, "resolvedSourceVersion") ?? Text(build, "sourceVersion")),
            SecondarySources = [.. Items(build, "secondarySources").Select(one => SourceOf(id, one, SecondaryVersion(build, one)))],
            Buildspec = options.Buildspec ?? Text(source, "buildspec"),
            Environment = [.. Items(environment, "environmentVariables").Select(Variable).Where(variable => options.Environment.All(own => own.Name != variable.Name)), .. options.Environment],
            Image = options.Image ?? Text(environment, "image"),
            PrivilegedMode = environment["privilegedMode"]?.GetValue<bool>() ?? false,
            Artifacts = FolderJob.ArtifactOf(options),
            Cache = FolderJob.CacheOf(options, Text(build, "projectName")!),
        };
    }

    private static JobSource SourceOf(string build, JsonNode source, string? version) => Text(source, "type") switch
    {
        "NO_SOURCE" => new() { Kind = JobSourceKind.None },
        "CODEPIPELINE" => throw new UsageException($"--like {build}: a pipeline handed its source over, which is not kept; give a folder with --source."),
        "S3" => new() { Kind = JobSourceKind.S3, Identifier = Text(source, "sourceIdentifier"), Object = ObjectOf(Text(source, "location")!), Version = version },
        _ => new()
        {
            Kind = JobSourceKind.Git,
            Identifier = Text(source, "sourceIdentifier"),
            Repository = Text(source, "location"),
            Version = version,
            CloneDepth = source["gitCloneDepth"]?.GetValue<int>(),
            FetchSubmodules = source["gitSubmodulesConfig"]?["fetchSubmodules"]?.GetValue<bool>() ?? false,
            InsecureSsl = source["insecureSsl"]?.GetValue<bool>() ?? false,
        },
    };

    private static ObjectRef ObjectOf(string location) => location.Replace("arn:aws:s3:::", "", StringComparison.Ordinal).Split('/', 2) is [var bucket, var key] ? new ObjectRef(bucket, key) : new ObjectRef(location, "");

    private static string? SecondaryVersion(JsonNode build, JsonNode source) =>
        Text(Items(build, "secondarySourceVersions").FirstOrDefault(version => Text(version, "sourceIdentifier") == Text(source, "sourceIdentifier")), "sourceVersion");

    private static JobVariable Variable(JsonNode variable) => new(Text(variable, "name")!, Text(variable, "value") ?? "")
    {
        Kind = Text(variable, "type") switch
        {
            "PARAMETER_STORE" => JobVariableKind.ParameterStore,
            "SECRETS_MANAGER" => JobVariableKind.SecretsManager,
            _ => JobVariableKind.Plaintext,
        },
    };

    private static IEnumerable<JsonNode> Items(JsonNode node, string member) => (node[member] as JsonArray ?? []).OfType<JsonNode>();

    private static string? Text(JsonNode? node, string member) => node?[member]?.GetValue<string>() is { Length: > 0 } text ? text : null;
}
