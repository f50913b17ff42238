using Sluice.Local.StateMachines.Definitions;

namespace Sluice.World.Machines;

/// <summary>The suite's machines as they are written, beside the tests.</summary>
internal static class SuiteMachines
{
    /// <param name="machine">Its name, e.g. <c>pipeline</c>.</param>
    public static string Text(string machine) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "statemachines", $"{machine}.asl.json"));

    /// <param name="machine">Its name.</param>
    /// <param name="substitutions">What the template puts in.</param>
    public static MachineDefinition Read(string machine, Dictionary<string, string> substitutions) => MachineDefinition.Parse(Text(machine), substitutions);
}
