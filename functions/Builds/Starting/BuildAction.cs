namespace Sluice.Builds.Starting;

/// <summary>What a pipeline's build action, or a rule, asks for.</summary>
/// <param name="ProjectName">The project, or what stands for one in the build's id.</param>
/// <param name="Inputs">The names of the input artifacts, the primary first.</param>
/// <param name="Environment">Variables over the project's.</param>
internal sealed record BuildAction(string ProjectName, IReadOnlyList<string> Inputs, IReadOnlyList<EnvironmentVariable> Environment)
{
    /// <summary>Whether the buildspec's <c>batch</c> is built.</summary>
    public bool IsBatch { get; init; }

    /// <summary>Whether the batch's artifacts become one.</summary>
    public bool CombinesArtifacts { get; init; }

    /// <summary>What is run instead of a project's buildspec; null if there is a project.</summary>
    public string? Commands { get; init; }
}
