namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>A run that an action starts.</summary>
/// <param name="PipelineName">Of which pipeline.</param>
/// <param name="Token">Makes a repeated start the same run.</param>
/// <param name="Detail">What its trigger tells.</param>
/// <param name="Variables">Values of the pipeline's variables.</param>
/// <param name="SourceRevisions">Revisions to release in place of the newest.</param>
internal sealed record PipelineStart(string PipelineName, string Token, string Detail, IReadOnlyList<PipelineVariable> Variables, IReadOnlyList<SourceRevisionOverride> SourceRevisions);
