using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.World.Machines;

/// <summary>What a machine is told of a function that failed.</summary>
internal static class LambdaFaults
{
    /// <summary>An exception by its type's name, and the end of a process as Lambda's own fault, after which it is called again.</summary>
    public static TaskFailedException Of(Exception fault)
    {
        if (fault is ProcessKilledException)
        {
            return new TaskFailedException("Lambda.AWSLambdaException", "The process died.");
        }

        var cause = new JsonObject { ["errorType"] = fault.GetType().Name, ["errorMessage"] = fault.Message };
        return new TaskFailedException(fault.GetType().Name, cause.ToJsonString());
    }
}
