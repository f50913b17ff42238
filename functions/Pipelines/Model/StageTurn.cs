namespace Sluice.Pipelines.Model;

/// <summary>A turn as one stage of the run sees it.</summary>
internal sealed record StageTurn(Turn Turn, string StageName)
{
    public PipelineRun Run => Turn.Run;

    public DateTimeOffset Now => Turn.Now;

    public RunStage Stage => Run.FindStage(StageName) ?? throw new InvalidOperationException($"The run is not at the stage '{StageName}'.");

    public StageDeclaration Declared => Turn.Pipeline.Stage(StageName);

    public StageTurn With(Turn turn) => this with { Turn = turn };

    public StageTurn With(RunStage stage) => With(Turn.With(Run.WithStage(stage) with { LastUpdateTime = Now }));

    /// <summary>Changes the stage, of which a new step begins.</summary>
    public StageTurn WithStep(RunStage stage) => With(Turn.With(Run.WithStage(stage with { Step = Run.Step + 1 }) with { Step = Run.Step + 1, LastUpdateTime = Now }));
}
