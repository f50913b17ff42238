using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>What a container definition must have to be a process here.</summary>
internal static class ContainerRules
{
    private const int DefaultStopTimeout = 30;
    private const int LongestStopTimeout = 120;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It cannot be one.</exception>
    public static ContainerRecord Checked(ContainerShape container)
    {
        var command = (container.EntryPoint ?? []).Concat(container.Command ?? []).ToList();
        var fault = container switch
        {
            { Name: null or "" } => "Container.name should not be null or empty.",
            { Image: null or "" } => "Container.image should not be null or empty.",
            _ when ContainerLaunch.Folder(container.Image) is null =>
                $"The image '{container.Image}' of the container {container.Name} is not file:DIR with an absolute path: on this machine an image is a folder.",
            _ when command.Count == 0 || command[0].Length == 0 => $"The container {container.Name} needs a command: on this machine an image has none of its own.",
            { StopTimeout: < 0 or > LongestStopTimeout } => $"The stopTimeout of the container {container.Name} is {container.StopTimeout}, and must be 0 to {LongestStopTimeout} seconds.",
            { Essential: false } => $"The container {container.Name} is the only one of its task, so it must be essential.",
            _ when (container.Environment ?? []).Any(variable => string.IsNullOrEmpty(variable.Name) || variable.Name.Contains('=')) => "Container.environment has a variable without a name.",
            _ => null,
        };
        return fault is null ? Record(container, command) : throw EcsErrors.Client(fault);
    }

    private static ContainerRecord Record(ContainerShape container, List<string> command)
    {
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in container.Environment ?? [])
        {
            environment[variable.Name!] = variable.Value ?? "";
        }

        var ports = (container.PortMappings ?? []).Select(mapping => mapping.ContainerPort ?? 0).ToList();
        return new ContainerRecord(container.Name!, container.Image!, command, environment, ports, container.StopTimeout ?? DefaultStopTimeout);
    }
}
