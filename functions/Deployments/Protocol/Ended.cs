using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol;

/// <summary>The answer of a decision that ended the deployment, and of each later one that finds it ended.</summary>
internal static class Ended
{
    public static ShiftState Answer(Deployment record) => ShiftState.Of(record) with
    {
        Next = record.Shift?.OwnAlarm is null ? Branch.End : Branch.DeleteAlarm,
        Outcome = record.Outcome,
        Message = record.Message,
    };

    /// <summary>All traffic is where it was to go; the note tells what is left to do.</summary>
    public static Decision<Deployment, ShiftState> Succeeded(Deployment record, string note, DateTimeOffset now)
    {
        var target = record.Plan.Target;
        return With(record, DeploymentOutcome.Succeeded, $"{target.Subject()} sends all traffic to {target.Receiver(record.Shift!.Target)}{note}", now);
    }

    public static Decision<Deployment, ShiftState> Repeated(Deployment record) => new(record, Answer(record));

    public static Decision<Deployment, ShiftState> With(Deployment record, DeploymentOutcome outcome, string message, DateTimeOffset now)
    {
        var decision = Ending.End<ShiftState>(record, outcome, message, now, null!);
        return decision with { Answer = Answer(decision.Record) };
    }
}
