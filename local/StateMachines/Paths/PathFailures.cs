using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>What is said of a path that leads nowhere, in AWS's words, which depend on where the path stands.</summary>
internal static class PathFailures
{
    internal static StateFailedException NotFound(DataPath path, string field, Data root) => StateFailedException.Runtime(
        $"The JSONPath '{path.Text}' specified for the field '{field}' could not be found in the input '{StateFailedException.Shown(root)}'");

    internal static StateFailedException Invalid(DataPath path, Data root)
    {
        var reached = Reached(path, root);
        var fault = reached < path.Segments.Length ? "Missing property in path" : "No results for path:";
        return StateFailedException.Runtime($"Invalid path '{path.Text}' : {fault} ${string.Concat(path.Segments.Take(reached).Select(segment => segment.Shown))}");
    }

    /// <summary>For <c>ItemsPath</c>.</summary>
    internal static StateFailedException Conflict(DataPath path, Data root) => new(
        ErrorNames.ReferencePathConflict,
        $"Unable to apply step \"{path.Segments[Reached(path, root) - 1].Step}\" to input {StateFailedException.Shown(root)}");

    /// <returns>How many segments of a definite path there are up to the first that leads nowhere, with it.</returns>
    private static int Reached(DataPath path, Data root)
    {
        for (var count = 1; count < path.Segments.Length; count++)
        {
            if (new DataPath("", onContext: false, path.Segments[..count]).Find(root) is null)
            {
                return count;
            }
        }

        return path.Segments.Length;
    }
}
