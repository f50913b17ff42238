using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Releases;

/// <summary>What a release shows of itself on the buses: which alias it is about, and when an alarm fired and traffic was back.</summary>
internal sealed class DeploymentWatch(TimeProvider time, RequestTally tally)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<(string Function, string Alias)> _target = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _fired;
    private long? _restored;

    /// <summary>Completed when the function and alias are known and can be called.</summary>
    public Task<(string Function, string Alias)> Target => _target.Task;

    public string? DeploymentId { get; private set; }

    /// <summary>The version that takes the shift.</summary>
    public string? NewVersion { get; private set; }

    /// <summary>The requests before the new version took any; null until it does.</summary>
    public ImmutableSortedDictionary<string, VersionTally>? BeforeShift { get; private set; }

    /// <summary>From the alarm's change of state to the alias back as it was.</summary>
    public TimeSpan? AlarmToRestored => (_fired, _restored) is ({ } fired, { } restored) && restored >= fired ? time.GetElapsedTime(fired, restored) : null;

    public void See(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        lock (_gate)
        {
            switch ((string?)happened["detail-type"])
            {
                case "CloudWatch Alarm State Change" when IsAlarm(detail):
                    _fired ??= time.GetTimestamp();
                    break;
                case "Sluice Deployment Stop Recorded" when (string?)detail["cause"] == "Alarm":
                    // Failures that were counted at the end of a step, before any alarm saw them.
                    _fired ??= time.GetTimestamp();
                    break;
                case "Sluice Traffic Shifted":
                    SeeTraffic(detail);
                    break;
                case "CodeDeploy Deployment State-change Notification":
                    DeploymentId ??= (string?)detail["deploymentId"];
                    break;
            }
        }
    }

    /// <summary>The alias was set back; the last such call counts.</summary>
    public void SeeRestored()
    {
        lock (_gate)
        {
            _restored = time.GetTimestamp();
        }
    }

    private static bool IsAlarm(JsonObject detail) => (string?)detail["state"]!["value"] == "ALARM";

    private void SeeTraffic(JsonObject detail)
    {
        BeforeShift ??= tally.Versions;
        NewVersion = (detail["weights"] as JsonObject ?? []).Select(entry => entry.Key).Append(NewVersion ?? "0").MaxBy(long.Parse);
        if ((string?)detail["functionName"] is { } function && (string?)detail["alias"] is { } alias)
        {
            _target.TrySetResult((function, alias));
        }
    }
}
