namespace Sluice.BuildRunner.Containers;

/// <summary>How a machine wants containers to be run, by variables of the program.</summary>
/// <param name="Which">Which images are run in containers: <see cref="All"/>, <see cref="None"/>, where the machine is the build's image already, or null for those that do not mean the machine itself.</param>
/// <param name="Engine">docker, podman or a path; null for whichever is there.</param>
/// <param name="EngineOptions">For every call, before the command.</param>
/// <param name="RunOptions">For the start of a container, after <c>run</c>.</param>
internal sealed record ContainerSettings(string? Which, string? Engine, IReadOnlyList<string> EngineOptions, IReadOnlyList<string> RunOptions)
{
    public const string Containers = "SLUICE_CONTAINERS";
    public const string EngineName = "SLUICE_CONTAINER_ENGINE";
    public const string EngineOptionsName = "SLUICE_CONTAINER_OPTIONS";
    public const string RunOptionsName = "SLUICE_CONTAINER_RUN_OPTIONS";

    /// <summary>The value of <see cref="Containers"/> by which images that mean the machine are run in containers, too.</summary>
    public const string All = "all";

    /// <summary>The value by which no image is.</summary>
    public const string None = "none";

    public static ContainerSettings Of(IReadOnlyDictionary<string, string> variables) => new(
        variables.GetValueOrDefault(Containers), variables.GetValueOrDefault(EngineName) is { Length: > 0 } engine ? engine : null, Words(variables, EngineOptionsName), Words(variables, RunOptionsName));

    /// <summary>Whether commands of this image run in a container.</summary>
    public bool Contain(string? image) => Which != None && image is not (null or "" or "local") && (Which == All || !image.StartsWith("aws/codebuild/", StringComparison.Ordinal));

    private static string[] Words(IReadOnlyDictionary<string, string> variables, string name) => variables.GetValueOrDefault(name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
