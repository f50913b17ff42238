using Sluice.Platform.Json;

namespace Sluice.Pipelines.Model;

/// <summary>How far an action of Pipelines' own is, by its kind. The kinds are in the folders of the providers.</summary>
[Kinds]
internal abstract record OwnProgress
{
    /// <summary>The machine that acts for it, which is started with it; null if there is none.</summary>
    public virtual string? Machine() => null;

    /// <summary>Whether a stop ends it by itself. Where another service is at work for it, that has to be told first.</summary>
    public virtual bool EndsByStop() => true;
}
