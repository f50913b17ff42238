using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Commands;

/// <summary>Makes the services that the machine's tasks call, on the real clock; they are disposed of afterwards if they can be.</summary>
public delegate ITaskServices MachineServices(MachineOptions options);
