namespace Sluice.Pipelines.Model;

/// <summary>Where a run is in a stage between two calls of NextStage.</summary>
internal enum StagePhase
{
    /// <summary>Before it: nothing runs.</summary>
    Door,

    /// <summary>In it; the rules of its entry condition run.</summary>
    Entry,

    /// <summary>In it; the actions of <see cref="RunStage.RunOrder"/> run.</summary>
    Acting,

    /// <summary>Its actions are done; the rules of its success condition run.</summary>
    Leaving,

    /// <summary>It has failed; the rules of its failure condition run.</summary>
    Failing,

    /// <summary>It is left.</summary>
    Done,
}
