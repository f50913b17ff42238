namespace Sluice.Pipelines.Sources;

/// <summary>How much a look at sources is wanted.</summary>
internal enum Look
{
    /// <summary>A schedule asks: sources that are left alone for a while are not asked.</summary>
    IfDue,

    /// <summary>It is this pipeline's time; a host that is not well is left alone all the same.</summary>
    Now,

    /// <summary>An event tells of a change: a source that nobody polls starts a run, too.</summary>
    Told,

    /// <summary>A person waits for it.</summary>
    ByHand,
}
