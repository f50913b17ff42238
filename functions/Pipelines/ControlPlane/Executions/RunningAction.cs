using Sluice.Pipelines.Events;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>An action that a service is at: what to tell that service to stop.</summary>
/// <param name="StageName">Its stage.</param>
/// <param name="ActionName">Its name.</param>
/// <param name="Provider">Which kind: Git, CodeBuild, Lambda …</param>
/// <param name="ActionExecutionId">The id that the service got with the request, by which its record is found.</param>
/// <param name="Service">Which service.</param>
public sealed record RunningAction(string StageName, string ActionName, string Provider, string ActionExecutionId, ActionService Service)
{
    internal static RunningAction Of(RunningWork work) => new(work.StageName, work.Name, work.Provider, work.ExecutionId, work.Service);
}
