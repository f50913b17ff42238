using System.Text.Json.Nodes;

namespace Sluice.World.Machines.Cloud;

/// <summary>A task set: its tasks run and are healthy some time after it was made or scaled.</summary>
internal sealed class FakeTaskSet(string arn, string targetGroup)
{
    public string Arn { get; } = arn;

    public string TargetGroup { get; } = targetGroup;

    public string? ClientToken { get; init; }

    public string? ExternalId { get; init; }

    public string Status { get; set; } = "ACTIVE";

    public int Desired { get; set; } = 2;

    public DateTimeOffset Since { get; set; }

    /// <summary>When the tasks are as they shall be.</summary>
    public TimeSpan Takes { get; set; }

    public bool IsSettled(DateTimeOffset now) => now - Since >= Takes;

    public int Running(DateTimeOffset now) => IsSettled(now) ? Desired : 2 - Desired;

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["TaskSetArn"] = Arn,
        ["Id"] = Arn[(Arn.LastIndexOf('/') + 1)..],
        ["ExternalId"] = ExternalId,
        ["Status"] = Status,
        ["ComputedDesiredCount"] = Desired,
        ["PendingCount"] = 0,
        ["RunningCount"] = Running(now),
        ["StabilityStatus"] = IsSettled(now) ? "STEADY_STATE" : "STABILIZING",
        ["LaunchType"] = "FARGATE",
        ["PlatformVersion"] = "1.4.0",
        ["CreatedAt"] = Since.ToString("O"),
        ["LoadBalancers"] = new JsonArray(new JsonObject { ["TargetGroupArn"] = TargetGroup }),
        ["NetworkConfiguration"] = new JsonObject { ["AwsvpcConfiguration"] = new JsonObject { ["Subnets"] = new JsonArray("subnet-1") } },
    };
}
