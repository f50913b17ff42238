using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>An alias divides traffic between two versions of a function.</summary>
internal sealed class LambdaPlatform : IShiftPlatform
{
    private static readonly string[] _events = [LifecycleEvents.BeforeAllowTraffic, LifecycleEvents.AllowTraffic, LifecycleEvents.AfterAllowTraffic];

    public IReadOnlyList<string> Events => _events;

    public IReadOnlyList<Move> Moves(DeploymentPlan plan, Shift shift) =>
        [.. Move.Hooks(plan, LifecycleEvents.BeforeAllowTraffic), .. Shifts(plan, shift), .. Move.Hooks(plan, LifecycleEvents.AfterAllowTraffic)];

    public Reading Judge(Deployment record, Move move, BakeInput input, DateTimeOffset now)
    {
        var alias = input.Answer<AliasAnswer>("alias")!;
        var found = alias.Traffic();
        var intent = record.Intent!;
        return found == intent.Traffic ? new Reading(Finding.AsIntended, record) { Found = found, RevisionId = alias.RevisionId }
            : found == intent.Before ? new Reading(Finding.NotSet, record)
            : new Reading(Finding.Foreign, record) { Why = ForeignChange.Message(record, found) };
    }

    // The alias's revision refuses a change of an alias that someone else changed.
    public string? Foreign(Deployment record, NextStepState state) => null;

    public Deployment Intend(Deployment begun, Move move) => begun;

    public ShiftState Tell(Deployment record, Move move, ShiftState current) => move.Kind == MoveKind.Create
        ? current.Go(Branch.Create, new JsonObject { ["functionVersion"] = move.Traffic!.Main })
        : current.Go(Branch.Shift, Update(move.Traffic!, record.Known?.RevisionId ?? record.Shift!.RevisionId));

    // Every change of an alias moves traffic.
    public bool HasMoved(Deployment stopped) => true;

    public Decision<Deployment, ShiftState> Restore(Deployment stopped, PlanRollbackInput input, DateTimeOffset now) => AliasRestore.Decide(stopped, input, now);

    public DeploymentTarget Describe(Deployment record, TargetFacts facts) => AliasTarget.Of(record, facts);

    public string? Explain(Deployment record, CaughtError failure) =>
        failure.Error == "Lambda.ResourceNotFoundException" && record.Shift is null
            ? record.Request is not null ? $"a function, a version or a hook that the appspec names does not exist ({failure.InWords()})"
            : $"a function that the release names does not exist ({failure.InWords()}). A hook is a function of this account, or the name of a secondary artifact"
            : null;

    /// <summary>What UpdateAlias sets, if the alias is at that revision still.</summary>
    public static JsonObject Update(TrafficSplit traffic, string? revisionId) => new()
    {
        ["functionVersion"] = traffic.Main,
        ["routingConfig"] = Routing(traffic),
        ["alias"] = new JsonObject { ["RevisionId"] = revisionId },
    };

    /// <summary>Lambda's shape; no weights are an explicit empty map, which clears them.</summary>
    private static JsonObject Routing(TrafficSplit traffic) => new()
    {
        ["AdditionalVersionWeights"] = new JsonObject(traffic.Weights.Select(weight => KeyValuePair.Create(weight.Key, (JsonNode?)JsonValue.Create(weight.Value)))),
    };

    private static IEnumerable<Move> Shifts(DeploymentPlan plan, Shift shift)
    {
        var all = TrafficSplit.All(shift.Target);
        return shift.Snapshot is not { } before ? [Move.Last(plan, MoveKind.Create, "new alias", all)]
            // An alias whose main version is the target already has nothing to be split with; only its other weights go.
            : before.Main == shift.Target ? [Move.Last(plan, MoveKind.Shift, "100 %", all)]
            : Move.Shifts(plan, before, shift.Target, all);
    }
}
