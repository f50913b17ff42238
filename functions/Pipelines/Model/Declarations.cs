namespace Sluice.Pipelines.Model;

/// <summary>What the suite takes from a pipeline's declaration, where CodePipeline leaves it open.</summary>
public static class Declarations
{
    /// <summary>The version that a run goes by: 1 when the pipeline is created, one more with every update.</summary>
    public static int Number(this PipelineDeclaration pipeline) => pipeline.Version ?? 1;

    /// <summary>A key of an action's configuration; null if it is not there.</summary>
    public static string? Setting(this ActionDeclaration action, string key) => action.Configuration?.GetValueOrDefault(key);

    /// <summary>Actions of one number run together, higher ones later.</summary>
    internal static int Order(this ActionDeclaration action) => action.RunOrder ?? 1;

    /// <summary>The Git sources, in the document's order.</summary>
    internal static IEnumerable<ActionDeclaration> Sources(this PipelineDeclaration pipeline) => pipeline.Stages[0].Actions;

    /// <summary>The artifacts of earlier actions that it takes.</summary>
    internal static IEnumerable<string> Inputs(this ActionDeclaration action) => (action.InputArtifacts ?? []).Select(artifact => artifact.Name);

    /// <summary>The artifacts that it makes.</summary>
    internal static IEnumerable<string> Outputs(this ActionDeclaration action) => (action.OutputArtifacts ?? []).Select(artifact => artifact.Name);
}
