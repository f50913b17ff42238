using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary>What an approval asks, and how it is answered.</summary>
internal static class ApprovalRows
{
    public static IEnumerable<Row> Of(WaitingApproval approval, DateTimeOffset now)
    {
        var left = Moments.Left(approval.ExpiresAt, now);
        yield return new Row(
            new Span($"{approval.StageName}/{approval.ActionName} waits for approval", Tone.Warning), new Span($" of run {ShortIds.Of(approval.PipelineExecutionId)}{(left.Length > 0 ? ", " + left : "")}"));
        foreach (var text in new[] { approval.CustomData, approval.ExternalEntityLink }.OfType<string>())
        {
            yield return new Row(new Span("  " + text));
        }

        yield return new Row(new Span($"  sluice approve {approval.PipelineName} {approval.ActionName}   or   sluice reject {approval.PipelineName} {approval.ActionName} --comment WHY", Tone.Quiet));
    }
}
