using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>The decision of <see cref="PlanShift"/>.</summary>
internal static class ShiftPlanning
{
    private const int MostLooks = 100;
    private const int LongestWait = 5;

    public static Decision<Deployment, ShiftState> Decide(Deployment record, PlanShiftInput input, DateTimeOffset now)
    {
        if (record.Outcome == DeploymentOutcome.Succeeded)
        {
            return Ended.Repeated(record);
        }

        if (Ending.Obstacle(record) is { } obstacle)
        {
            return Refusal.Of<ShiftState>(record, obstacle);
        }

        if (record.Shift is not null)
        {
            return new Decision<Deployment, ShiftState>(record, Planned(record));
        }

        return input.Target.State == "Pending" && input.Looks < MostLooks
            ? new Decision<Deployment, ShiftState>(record, Wait(record, input))
            : Plan(record, input, now);
    }

    private static Decision<Deployment, ShiftState> Plan(Deployment record, PlanShiftInput input, DateTimeOffset now)
    {
        var alias = input.Alias?.FunctionVersion is null ? null : input.Alias;
        if ((TargetFault(record, input.Target) ?? AliasFault(record, alias, input)) is { } fault)
        {
            return Ending.StopAndRefuse<ShiftState>(record, StopCause.Failure, fault, now);
        }

        var before = alias?.Traffic();
        if (before == TrafficSplit.All(input.Target.Version))
        {
            return Ended.With(
                record, DeploymentOutcome.Succeeded, $"nothing to shift: {record.Plan.Target.Subject()} is at version {input.Target.Version} already", now);
        }

        // A first version gets no weight beside another, so there is nothing that the own alarm could measure.
        var own = Lambda(record).ErrorAlarm is null || before is null ? null : ErrorAlarm.Name(record.DeploymentId);
        IReadOnlyList<string> alarms = own is null ? record.Plan.Alarms.Names : [.. record.Plan.Alarms.Names, own];
        var planned = record.Leased(now) with { Shift = new Shift(input.Target.Version, before, alarms, own) { RevisionId = alias?.RevisionId } };
        return new Decision<Deployment, ShiftState>(planned, Planned(planned)) { Also = [.. AlarmWatch.Add(planned)] };
    }

    private static string? TargetFault(Deployment record, VersionConfiguration target) =>
        target.State switch
        {
            "Failed" => $"version {target.Version} of {Lambda(record).FunctionName} cannot start: {target.StateReason ?? "Lambda gives no reason"}",
            "Pending" => $"version {target.Version} of {Lambda(record).FunctionName} is not ready after {MostLooks} looks: {target.StateReason ?? "it is pending"}",
            _ when !IsPublished(target.Version) => $"'{target.Version}' is no published version, so an alias cannot divide traffic to it",
            _ => null,
        };

    private static string? AliasFault(Deployment record, AliasAnswer? alias, PlanShiftInput input)
    {
        var plan = Lambda(record);
        if (alias is null)
        {
            return plan.CurrentVersion is null ? null
                : $"the appspec's CurrentVersion is {plan.CurrentVersion}, but there is no alias '{plan.AliasName}' of {plan.FunctionName}; leave it out of a first deployment";
        }

        return !IsPublished(alias.FunctionVersion!)
            ? $"{plan.Alias()} is at {alias.FunctionVersion}, which cannot share an alias; point it at a published version"
            : plan.CurrentVersion is { } expected && expected != alias.FunctionVersion
            ? $"the appspec's CurrentVersion is {expected}, but {plan.Alias()} is at version {alias.FunctionVersion}"
            : Mismatch(input.Target, input.Current);
    }

    // Lambda refuses an alias between versions that differ in these.
    private static string? Mismatch(VersionConfiguration target, VersionConfiguration? current) =>
        current is null ? null
        : target.Role != current.Role
            ? $"versions {current.Version} and {target.Version} cannot share an alias: their roles differ ({current.Role} and {target.Role})"
        : (target.DeadLetterConfig?.TargetArn ?? "") != (current.DeadLetterConfig?.TargetArn ?? "")
            ? $"versions {current.Version} and {target.Version} cannot share an alias: their dead-letter settings differ"
        : null;

    private static bool IsPublished(string version) => long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static ShiftState Wait(Deployment record, PlanShiftInput input) =>
        (ShiftState.Of(record) with { WaitSeconds = Math.Min(input.Looks + 1, LongestWait) }).Go(Branch.Wait, new JsonObject
        {
            ["looks"] = input.Looks + 1,
            ["published"] = new JsonArray([.. input.Published.Select(version => (JsonNode)version)]),
            ["mainIndex"] = input.MainIndex,
        });

    private static LambdaPlan Lambda(Deployment record) => (LambdaPlan)record.Plan.Target;

    private static ShiftState Planned(Deployment record) => ShiftState.Of(record) with
    {
        Next = record.Shift!.OwnAlarm is null ? Branch.ReadAlarms : Branch.PutAlarm,
        Alarm = record.Shift.OwnAlarm is { } own ? OwnAlarm.Definition(record, own, record.Shift.Target) : null,
        AlarmNames = StepAnswer.NamesToRead(record),
        Step = record.Step,
        Attempt = record.Attempt,
    };
}
