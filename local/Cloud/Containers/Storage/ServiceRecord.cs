using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Containers.Storage;

/// <summary>A service with its task sets, written as one.</summary>
/// <param name="Controller">EXTERNAL or CODE_DEPLOY; a service with another one is kept and shown, and runs nothing.</param>
/// <param name="Shown">Members that are kept and shown, and of no meaning here.</param>
internal sealed record ServiceRecord(
    string Arn, string Cluster, string Name, string Status, string Controller, int DesiredCount, IReadOnlyList<TaskSetRecord> TaskSets, JsonObject Shown, DateTimeOffset CreatedAt)
{
    public const string External = "EXTERNAL";
    public const string CodeDeploy = "CODE_DEPLOY";
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";
    public const string Inactive = "INACTIVE";

    /// <summary>Whether it consists of task sets, which something else than ECS makes.</summary>
    public bool HasTaskSets => Controller is External or CodeDeploy;

    public TaskSetRecord? Primary() => TaskSets.FirstOrDefault(set => set.Status == TaskSetStatus.Primary);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It has no such task set.</exception>
    public TaskSetRecord TaskSet(string? arnOrId) => Find(arnOrId ?? "") ?? throw EcsErrors.NoTaskSet(arnOrId ?? "");

    public TaskSetRecord? Find(string arnOrId) => TaskSets.FirstOrDefault(set => set.Arn == arnOrId || set.Id == arnOrId);

    public ServiceRecord With(TaskSetRecord changed) => this with { TaskSets = [.. TaskSets.Select(set => set.Arn == changed.Arn ? changed : set)] };
}
