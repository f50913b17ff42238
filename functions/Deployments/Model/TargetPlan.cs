using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Model;

/// <summary>What is deployed to, and how, by the kind of platform. What follows from it alone is told here; what a deployment decides by it is its platform's.</summary>
[Kinds]
public abstract record TargetPlan
{
    /// <summary>CodeDeploy's name of the platform: <c>Lambda</c>, <c>ECS</c> or <c>Server</c>. Platforms are registered by it.</summary>
    public abstract string ComputePlatform();

    /// <summary>CodeDeploy's id of the deployment's one target.</summary>
    public abstract string TargetId();

    /// <summary>For people: whose traffic is moved.</summary>
    public abstract string Subject();

    /// <summary>For people: one that gets traffic, by its name in a <see cref="TrafficSplit"/>.</summary>
    public abstract string Receiver(string name);

    /// <summary>For people: how the traffic was before, if nothing divided it.</summary>
    public abstract string Undivided();

    /// <summary>For people: what to do after traffic could not be restored, beside setting it.</summary>
    public virtual string AlsoToRepair() => "";

    /// <summary>For people.</summary>
    public string Describe(TrafficSplit traffic) => traffic.Describe(Receiver);

    /// <summary>Whether an original is ended after all traffic is moved, so that the time before it can be waited for.</summary>
    public virtual bool EndsOriginal() => false;

    /// <summary>For people: what the target is, if CodeDeploy's older operations on instances do not tell of it; null if they do.</summary>
    public virtual string? NoInstance() => null;

    /// <summary>The appspec that moves all traffic to one that got it before; null where an appspec cannot tell that.</summary>
    public virtual JsonObject? AppSpecOf(string receiver) => null;

    /// <summary>The alarm that the deployment makes for itself; null makes none.</summary>
    internal virtual ErrorAlarm? OwnAlarm() => null;

    /// <summary>The machine that acts for it.</summary>
    internal abstract string Machine();

    /// <summary>One active deployment a target: the name of its claim.</summary>
    internal abstract string Claim();

    /// <summary>Where the target is, as every state of its machine reads it by path.</summary>
    internal abstract JsonObject Address();

    /// <summary>What the machine does before any traffic is planned; empty if it only looks.</summary>
    internal virtual JsonObject Preparation() => [];

    /// <summary>Adds what a hook is told of the target.</summary>
    internal abstract void TellHook(Deployment record, JsonObject payload);

    /// <summary>Adds what every event tells of the target.</summary>
    internal abstract void TellEvent(JsonObject detail);

    /// <summary>What an event names the one that gets the traffic.</summary>
    internal abstract string TargetMember();

    /// <summary>What the placeholders of a metric's query stand for, for one that gets traffic.</summary>
    internal abstract IReadOnlyDictionary<string, string> Placeholders(Deployment record, string receiver);

    /// <summary>The parameters of <c>GetMetricData</c> that count requests; null where a platform cannot count them by version.</summary>
    /// <param name="receiver">The new version; null if nothing else gets traffic any more.</param>
    /// <param name="began">When the step was decided.</param>
    /// <param name="now">The time.</param>
    internal virtual JsonObject? CountRequests(string? receiver, DateTimeOffset began, DateTimeOffset now) => null;

    /// <summary>CodeDeploy's error code for what the machine could not do.</summary>
    /// <param name="error">The error's name; null if what was found could not be used.</param>
    internal abstract ErrorCode? FailureCode(string? error);
}
