namespace Sluice.Local.Cloud.Tasks;

/// <summary>A task that a machine asks for.</summary>
/// <param name="Definition">The task definition's name.</param>
/// <param name="Container">The name that the caller gave the container.</param>
/// <param name="Variables">What the caller told the container.</param>
internal sealed record WantedTask(string Definition, string Container, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Who started it, whom a caller cannot name: Step Functions says of all tasks that it was itself.</summary>
    public const string StartedBy = "AWS Step Functions";

    /// <summary>The cluster's name.</summary>
    public string Cluster { get; init; } = "default";

    /// <summary>What it belongs to, by the caller's word; null for its definition's family.</summary>
    public string? Group { get; init; }

    /// <summary>Whether somebody may be let into it.</summary>
    public bool LetsIn { get; init; }
}
