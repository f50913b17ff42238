namespace Sluice.Pipelines.Model;

/// <summary>What the suite takes from a pipeline's declaration, where CodePipeline leaves it open.</summary>
public static class Declarations
{
    /// <summary>The version that a run goes by: 1 when the pipeline is created, one more with every update.</summary>
    public static int Number(this PipelineDeclaration pipeline) => pipeline.Version ?? 1;

    /// <summary>A key of an action's configuration; null if it is not there.</summary>
    public static string? Setting(this ActionDeclaration action, string key) => action.Configuration?.GetValueOrDefault(key);

    /// <summary>How runs take their turn at stages.</summary>
    public static ExecutionMode Mode(this PipelineDeclaration pipeline) => pipeline.ExecutionMode ?? ExecutionMode.SUPERSEDED;

    /// <summary>Actions of one number run together, higher ones later.</summary>
    internal static int Order(this ActionDeclaration action) => action.RunOrder ?? 1;

    /// <summary>The sources, in the document's order.</summary>
    internal static IEnumerable<ActionDeclaration> Sources(this PipelineDeclaration pipeline) => pipeline.Stages[0].Actions;

    /// <summary>The artifacts of earlier actions that it takes.</summary>
    internal static IEnumerable<string> Inputs(this ActionDeclaration action) => (action.InputArtifacts ?? []).Select(artifact => artifact.Name);

    /// <summary>The artifacts that it makes.</summary>
    internal static IEnumerable<string> Outputs(this ActionDeclaration action) => (action.OutputArtifacts ?? []).Select(artifact => artifact.Name);

    /// <summary>The stage of this name; the versions that runs go by have all of theirs.</summary>
    internal static StageDeclaration Stage(this PipelineDeclaration pipeline, string name) => pipeline.Stages.First(stage => stage.Name == name);

    /// <summary>The action of this name.</summary>
    internal static ActionDeclaration Action(this StageDeclaration stage, string name) => stage.Actions.First(action => action.Name == name);

    /// <summary>The stages that must have succeeded, or been skipped, before this one: those that it names, or else the one above it.</summary>
    internal static IEnumerable<string> Needs(this PipelineDeclaration pipeline, StageDeclaration stage)
    {
        if (stage.Needs is { Count: > 0 } named)
        {
            return named;
        }

        var place = pipeline.Stages.TakeWhile(other => other.Name != stage.Name).Count();
        return place == 0 ? [] : [pipeline.Stages[place - 1].Name];
    }

    /// <summary>The stages that come right after this one.</summary>
    internal static IEnumerable<StageDeclaration> Followers(this PipelineDeclaration pipeline, string stage) =>
        pipeline.Stages.Where(other => pipeline.Needs(other).Contains(stage));

    /// <summary>The one condition of a stage before it is entered, if it has one.</summary>
    internal static Shapes.Condition? EntryCondition(this StageDeclaration stage) => First(stage.BeforeEntry?.Conditions);

    /// <summary>The one condition of a stage when its actions are done.</summary>
    internal static Shapes.Condition? SuccessCondition(this StageDeclaration stage) => First(stage.OnSuccess?.Conditions);

    /// <summary>The one condition of a stage that has failed.</summary>
    internal static Shapes.Condition? FailureCondition(this StageDeclaration stage) => First(stage.OnFailure?.Conditions);

    /// <summary>The condition whose rules run in a phase.</summary>
    internal static Shapes.Condition? ConditionOf(this StageDeclaration stage, StagePhase phase) => phase switch
    {
        StagePhase.Entry => stage.EntryCondition(),
        StagePhase.Leaving => stage.SuccessCondition(),
        StagePhase.Failing => stage.FailureCondition(),
        _ => null,
    };

    /// <summary>The rule of this name in the condition of a phase.</summary>
    internal static RuleDeclaration Rule(this StageDeclaration stage, StagePhase phase, string name) => stage.ConditionOf(phase)!.Rules!.First(rule => rule.Name == name);

    private static Shapes.Condition? First(IReadOnlyList<Shapes.Condition>? conditions) => conditions is [var first, ..] ? first : null;
}
