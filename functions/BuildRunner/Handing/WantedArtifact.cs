using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Handing;

/// <summary>An artifact that the buildspec describes and somebody wants.</summary>
/// <param name="Identifier">Empty for the primary.</param>
/// <param name="Files">What is in it.</param>
/// <param name="Target">Where it goes.</param>
internal sealed record WantedArtifact(string Identifier, BuildspecArtifact Files, JobArtifact Target)
{
    /// <summary>How people know it.</summary>
    public string Title => Identifier.Length == 0 ? "Artifact" : $"Secondary artifact {Identifier}";
}
