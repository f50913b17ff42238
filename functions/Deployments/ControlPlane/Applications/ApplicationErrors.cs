using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Applications;

/// <summary>The errors about applications, by the names of the model.</summary>
internal static class ApplicationErrors
{
    public static ApiException DoesNotExist(params IReadOnlyList<string> names) => new(
        "ApplicationDoesNotExistException",
        names.Count == 1 ? $"No application is named '{names[0]}'." : $"No applications are named {string.Join(", ", names.Select(name => $"'{name}'"))}.");

    public static ApiException AlreadyExists(string name) =>
        new("ApplicationAlreadyExistsException", $"There is an application named '{name}' already.");
}
