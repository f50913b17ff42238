using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Journaling;

/// <summary>What an execution starts from; with its journal entries it determines everything that follows.</summary>
/// <param name="Arn">The execution's ARN, unique for ever.</param>
/// <param name="MachineName">The machine's name.</param>
/// <param name="Name">The execution's name, unique in its machine.</param>
/// <param name="Definition">The machine as it was then.</param>
/// <param name="Input">The input.</param>
/// <param name="Time">When it started.</param>
/// <param name="Seed">A secret: from it follow the task tokens and all chance in the execution.</param>
public sealed record ExecutionStart(string Arn, string MachineName, string Name, MachineDefinition Definition, Data Input, DateTimeOffset Time, string Seed);
