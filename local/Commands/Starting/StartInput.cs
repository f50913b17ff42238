using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;

namespace Sluice.Local.Commands.Starting;

/// <summary>What <c>start</c> was given.</summary>
/// <param name="What">The pipeline or its repository; null for the only one.</param>
/// <param name="Variables">As <c>NAME=VALUE</c>.</param>
/// <param name="Sources">As <c>ACTION=REVISION</c>.</param>
internal sealed record StartInput(string? What, IReadOnlyList<string> Variables, IReadOnlyList<string> Sources)
{
    private const string ObjectKey = "key:";

    /// <exception cref="UsageException">It is no name and value.</exception>
    public static (string Name, string Value) Pair(string option, string text) => text.Split('=', 2) is [{ Length: > 0 } name, var value] && (option != "--source" || value.Length > 0)
        ? (name, value)
        : throw new UsageException($"{option} '{text}': expected {(option == "--source" ? "ACTION=REVISION" : "NAME=VALUE")}.");

    /// <summary>As the operation takes it.</summary>
    public StartPipelineExecutionInput Of(PipelineDeclaration pipeline, string token) => new()
    {
        Name = pipeline.Name,
        ClientRequestToken = token,
        Variables = Variables.Count == 0 ? null : [.. OfVariables()],
        SourceRevisions = Sources.Count == 0 ? null : [.. OfSources(pipeline)],
    };

    /// <summary>Values of the pipeline's variables.</summary>
    public IEnumerable<PipelineVariable> OfVariables() => Variables.Select(text => Pair("--var", text)).Select(pair => new PipelineVariable { Name = pair.Name, Value = pair.Value });

    /// <summary>Revisions of its sources, each of its source's kind.</summary>
    public IEnumerable<SourceRevisionOverride> OfSources(PipelineDeclaration pipeline) => Sources.Select(text => Pair("--source", text)).Select(pair => Override(pipeline, pair.Name, pair.Value));

    private static SourceRevisionOverride Override(PipelineDeclaration pipeline, string action, string revision)
    {
        var provider = pipeline.Stages[0].Actions.FirstOrDefault(source => source.Name == action)?.ActionTypeId.Provider;
        var isKey = provider == SourceTypes.S3 && revision.StartsWith(ObjectKey, StringComparison.Ordinal);
        return new SourceRevisionOverride
        {
            ActionName = action,
            RevisionType = provider switch
            {
                SourceTypes.S3 => isKey ? SourceRevisionType.S3_OBJECT_KEY : SourceRevisionType.S3_OBJECT_VERSION_ID,
                SourceTypes.Ecr => SourceRevisionType.IMAGE_DIGEST,
                SourceTypes.CodeArtifact => SourceRevisionType.PACKAGE_VERSION,
                _ => SourceRevisionType.COMMIT_ID,
            },
            RevisionValue = isKey ? revision[ObjectKey.Length..] : revision,
        };
    }
}
