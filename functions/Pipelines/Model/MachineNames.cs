using System.Globalization;

namespace Sluice.Pipelines.Model;

/// <summary>The names of a run's executions of the machine: each takes a stage on, and then those after it.</summary>
internal static class MachineNames
{
    public static string Of(string pipelineExecutionId, int number) => string.Create(CultureInfo.InvariantCulture, $"{pipelineExecutionId}-{number}");

    /// <summary>The number in an execution's name; 1 if it has none.</summary>
    public static int Number(string? execution) =>
        execution is not null && int.TryParse(execution.AsSpan(execution.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
}
