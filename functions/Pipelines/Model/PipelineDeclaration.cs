namespace Sluice.Pipelines.Model;

/// <summary>A pipeline as its document declares it; serialised it has CodePipeline's shape again.</summary>
/// <param name="Name">1 to 100 of <c>A-Z a-z 0-9 . @ - _</c>; unique in the suite.</param>
/// <param name="ArtifactStore">Where its artifacts are kept.</param>
/// <param name="Stages">Two or more; sources are in the first.</param>
/// <param name="Version">1 when it is created, one more with every update; what a document says is ignored.</param>
/// <param name="RoleArn">Kept as given; every action runs with the suite's own role.</param>
/// <param name="ExecutionMode">Always SUPERSEDED.</param>
/// <param name="PipelineType">V1 or V2, kept as given.</param>
public sealed record PipelineDeclaration(
    string Name,
    ArtifactStore ArtifactStore,
    IReadOnlyList<StageDeclaration> Stages,
    int Version = 1,
    string? RoleArn = null,
    string ExecutionMode = "SUPERSEDED",
    string? PipelineType = null)
{
    /// <summary>The Git sources, in the document's order.</summary>
    internal IEnumerable<ActionDeclaration> Sources => Stages[0].Actions;
}
