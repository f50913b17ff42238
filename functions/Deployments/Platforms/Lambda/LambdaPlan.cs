using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>An alias whose traffic is moved to another version of its function, and what is published before.</summary>
/// <param name="FunctionName">The function.</param>
/// <param name="AliasName">The alias whose traffic is moved.</param>
/// <param name="CurrentVersion">The version that the alias must be at; null takes it as it is.</param>
/// <param name="Functions">The functions to look up and to publish, in this order.</param>
[Kind("Lambda")]
internal sealed record LambdaPlan(string FunctionName, string AliasName, string? CurrentVersion, IReadOnlyList<FunctionWork> Functions) : TargetPlan
{
    /// <summary>CodeDeploy's name of the platform.</summary>
    public const string Platform = "Lambda";

    /// <summary>The alarm that the deployment makes for itself; null makes none. Only a function's versions have the metrics for it.</summary>
    public ErrorAlarm? ErrorAlarm { get; init; }

    /// <summary>For people.</summary>
    public string Alias() => $"{FunctionName}:{AliasName}";

    /// <summary>Where in <see cref="Functions"/> the function itself is.</summary>
    public int MainIndex() => Functions.ToList().FindIndex(work => work.FunctionName == FunctionName);

    /// <inheritdoc/>
    public override string ComputePlatform() => Platform;

    /// <inheritdoc/>
    public override string TargetId() => FunctionName;

    /// <inheritdoc/>
    public override string Subject() => Alias();

    /// <inheritdoc/>
    public override string Receiver(string name) => $"version {name}";

    /// <inheritdoc/>
    public override string Undivided() => "without that alias";

    /// <inheritdoc/>
    public override JsonObject? AppSpecOf(string receiver)
    {
        var properties = new JsonObject { ["Name"] = FunctionName, ["Alias"] = AliasName, ["TargetVersion"] = receiver };
        var function = new JsonObject { ["Type"] = "AWS::Lambda::Function", ["Properties"] = properties };
        return new JsonObject { ["version"] = "0.0", ["Resources"] = new JsonArray(new JsonObject { ["function"] = function }) };
    }

    internal override ErrorAlarm? OwnAlarm() => ErrorAlarm;

    internal override string Machine() => "deploy-lambda";

    internal override string Claim() => $"lambda/{FunctionName}/{AliasName}";

    internal override JsonObject Address() => new() { ["functionName"] = FunctionName, ["aliasName"] = AliasName };

    internal override JsonObject Preparation() => new()
    {
        ["functions"] = JsonSerializer.SerializeToNode(Functions, SluiceJson.Options),
        ["mainIndex"] = MainIndex(),
        ["looks"] = 0,
    };

    internal override void TellHook(Deployment record, JsonObject payload)
    {
        payload["FunctionName"] = FunctionName;
        payload["Alias"] = AliasName;
        payload["TargetVersion"] = record.Shift!.Target;
    }

    internal override void TellEvent(JsonObject detail)
    {
        detail["functionName"] = FunctionName;
        detail["alias"] = AliasName;
    }

    internal override string TargetMember() => "targetVersion";

    internal override IReadOnlyDictionary<string, string> Placeholders(Deployment record, string receiver) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FunctionName"] = FunctionName,
        ["Alias"] = AliasName,
        ["Version"] = receiver,
    };

    internal override JsonObject? CountRequests(string? receiver, DateTimeOffset began, DateTimeOffset now) => RequestQuery.Of(this, receiver, began, now);

    internal override ErrorCode? FailureCode(string? error) => error?.StartsWith("Lambda.", StringComparison.Ordinal) is null or true ? ErrorCode.INVALID_LAMBDA_CONFIGURATION : null;
}
