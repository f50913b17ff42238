using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Model;

/// <summary>What an action's own machine begins with.</summary>
internal static class ActionMachine
{
    /// <summary>The action's id, at a step at which nothing has been called yet.</summary>
    public static JsonObject InputOf(string actionExecutionId) => new() { ["actionExecutionId"] = actionExecutionId, ["step"] = 0, ["next"] = null, ["seen"] = Nothing() };

    /// <summary>Neither an output nor an error. Both are there, since a machine cannot refer to what is not.</summary>
    public static JsonObject Nothing() => new() { ["output"] = null, ["error"] = null };
}
