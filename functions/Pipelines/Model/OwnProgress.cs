using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Model;

/// <summary>How far an action of Pipelines' own is, by its kind. The kinds are in the folders of the providers.</summary>
[Kinds]
internal abstract record OwnProgress
{
    /// <summary>The machine that acts for it, which is started with it; null if there is none.</summary>
    public virtual string? Machine() => null;

    /// <summary>Which execution of the machine is at it, from 1.</summary>
    public virtual int Execution() => 1;

    /// <summary>Whether a stop ends it by itself. Where another service is at work for it, that has to be told first.</summary>
    public virtual bool EndsByStop() => true;

    /// <summary>The task that its own machine waits with, which is completed when the action has ended; null if none waits.</summary>
    public virtual ParkedTask? Waiting() => null;

    /// <summary>What is told of it while it runs; null if there is nothing to tell.</summary>
    public virtual ProgressNote? Note() => null;

    /// <summary>How the action ends if its machine is gone; null if there is no more to say than that it is.</summary>
    public virtual ActionResult? WithoutMachine() => null;
}
