using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Seeing;

namespace Sluice.Local.Commands.Steering;

/// <summary>Which approval is meant.</summary>
/// <param name="Pipeline">Its pipeline; null for the only one.</param>
/// <param name="Action">Its action, or its stage and action; null for the only one that waits.</param>
/// <param name="Run">Its run, or the beginning of the id; null for the only one.</param>
internal sealed record ApprovalChoice(string? Pipeline, string? Action, string? Run)
{
    /// <exception cref="RefusedException">Nothing waits.</exception>
    /// <exception cref="UsageException">What was named does not wait, or several do.</exception>
    public WaitingApproval Of(string pipeline, IReadOnlyList<WaitingApproval> waiting)
    {
        if (waiting.Count == 0)
        {
            throw new RefusedException($"Nothing of {pipeline} waits for approval.");
        }

        return waiting.Where(IsMeant).ToList() switch
        {
            [var one] => one,
            [] => throw new UsageException($"{string.Join(" of run ", new[] { Action, Run }.OfType<string>())} does not wait for approval.{(Action is not null && NearMiss.Of(Action, [.. waiting.Select(approval => approval.ActionName)]) is { } near ? $" Did you mean '{near}'?" : "")} What waits: {List(waiting)}."),
            var several => throw new UsageException($"Several wait for approval; name one: {List(several)}."),
        };
    }

    private static string List(IEnumerable<WaitingApproval> waiting) => string.Join(
        "; ", waiting.Select(approval => $"{approval.StageName}/{approval.ActionName} --run {ShortIds.Of(approval.PipelineExecutionId)}{(approval.CustomData is { } asks ? $" ({asks})" : "")}"));

    private bool IsMeant(WaitingApproval approval) =>
        (Action is null || Action == approval.ActionName || Action == $"{approval.StageName}/{approval.ActionName}")
        && (Run is null || approval.PipelineExecutionId.StartsWith(Run, StringComparison.OrdinalIgnoreCase));
}
