using Sluice.BuildContract;

namespace Sluice.BuildRunner.Runs;

/// <summary>Hears how far a build is, while it runs. It must not throw, nor hold the build up.</summary>
internal interface IBuildObserver
{
    void Begins(PhaseType phase);

    void Ended(PhaseRecord phase);

    /// <summary>What the primary source's version turned out to be.</summary>
    void Resolved(string version);
}
