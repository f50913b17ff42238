using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>The errors about projects.</summary>
internal static class ProjectErrors
{
    public static ApiException DoesNotExist(string name) => new(InvalidInput.NotFound, $"There is no project named '{name}'.");

    public static ApiException AlreadyExists(string name) => new(InvalidInput.Exists, $"There is a project named '{name}' already.");
}
