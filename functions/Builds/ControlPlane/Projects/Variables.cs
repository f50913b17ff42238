namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Variables of a project and over them those of a request.</summary>
internal static class Variables
{
    /// <summary>Those of the request win; the project's that it does not name stay.</summary>
    public static IReadOnlyList<EnvironmentVariable> Over(IReadOnlyList<EnvironmentVariable>? project, IReadOnlyList<EnvironmentVariable>? request) =>
        [.. (project ?? []).ExceptBy((request ?? []).Select(variable => variable.Name), variable => variable.Name, StringComparer.Ordinal), .. request ?? []];
}
