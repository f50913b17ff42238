using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Histories;

/// <summary>What the events of a task tell beside its data.</summary>
internal sealed record TaskDetails(TaskResource Resource, int? TimeoutSeconds = null, int? HeartbeatSeconds = null, Failure? Failure = null);
