using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Sluice.Deployments.Protocol;

/// <summary>The state data of a deployment's machine after one of its deciding Lambdas: what the next states read by path.</summary>
public sealed record ShiftState(string DeploymentId)
{
    /// <summary>Which way a Choice goes.</summary>
    public string? Next { get; init; }

    /// <summary>For WaitForVersion and WaitToRestore.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>Which of the deployment's executions this is.</summary>
    public int? Execution { get; init; }

    /// <summary>The step that is being done.</summary>
    public int? Step { get; init; }

    /// <summary>Which wait of this step.</summary>
    public int? Attempt { get; init; }

    /// <summary>For ReadAlarms; never empty.</summary>
    public IReadOnlyList<string>? AlarmNames { get; init; }

    /// <summary>For PutAlarm: the own alarm's definition.</summary>
    public JsonObject? Alarm { get; init; }

    /// <summary>For DeleteAlarm.</summary>
    public string? OwnAlarm { get; init; }

    /// <summary>For ReadMetrics: the parameters of GetMetricData.</summary>
    public JsonObject? MetricData { get; init; }

    /// <summary>For tasks that wait: at least 1.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>For InvokeHook.</summary>
    public string? HookFunction { get; init; }

    /// <summary>For InvokeHook.</summary>
    public JsonObject? HookPayload { get; init; }

    /// <summary>How often restoring was tried.</summary>
    public int? Tries { get; init; }

    /// <summary>How it ended.</summary>
    public DeploymentOutcome? Outcome { get; init; }

    /// <summary>Why.</summary>
    public string? Message { get; init; }

    /// <summary>What only one platform's machine reads: where the target is, and what its next call is made with.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Own { get; init; }

    internal static ShiftState Of(Deployment record) => new(record.DeploymentId)
    {
        Execution = record.Execution,
        OwnAlarm = record.Shift?.OwnAlarm,
        Own = Members(record.Plan.Target.Address()),
    };

    /// <summary>The same with a way to go, and what is needed there.</summary>
    internal ShiftState Go(string next, JsonObject needed)
    {
        var own = new Dictionary<string, object?>(Own ?? new Dictionary<string, object?>(), StringComparer.Ordinal);
        foreach (var (name, value) in Members(needed))
        {
            own[name] = value;
        }

        return this with { Next = next, Own = own };
    }

    // A node has one parent, and state data are told more than once.
    private static Dictionary<string, object?> Members(JsonObject own) =>
        own.ToDictionary(member => member.Key, member => (object?)member.Value?.DeepClone(), StringComparer.Ordinal);
}
