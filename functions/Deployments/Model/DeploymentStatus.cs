namespace Sluice.Deployments.Model;

/// <summary>CodeDeploy's words for how far a deployment is.</summary>
internal static class DeploymentStatus
{
    public const string Created = "Created";
    public const string Queued = "Queued";
    public const string InProgress = "InProgress";
    public const string Baking = "Baking";
    public const string Ready = "Ready";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Stopped = "Stopped";

    /// <summary>Those of deployments that have not ended.</summary>
    public static readonly IReadOnlyList<string> Active = [Created, Queued, InProgress, Baking, Ready];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [.. Active, Succeeded, Failed, Stopped];

    /// <summary>The status to show. What a deployment waits for is known by the task that it has parked.</summary>
    public static string Of(Deployment record) =>
        record is not { Status: InProgress, Stop: null } ? record.Status : record.Waiting()?.Kind switch
        {
            WaitKind.Pause or WaitKind.Ready => Ready,
            WaitKind.FinalBake => Baking,
            _ => record.Status,
        };
}
