using System.Text.Json;
using Sluice.BuildContract.Batches;
using Sluice.Builds.Model.Batches;
using Sluice.Builds.Records;
using Sluice.Builds.Stopping;
using Sluice.Platform.Actions;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Batching;

/// <summary>Lets a batch go on: whoever ends one of its builds, stops it or begins it calls this. What a decision asks for is done after it is stored; if that is lost, the next decision asks for it again.</summary>
internal sealed class BatchProgress(BatchStore batches, BuildStore builds, BuildStopper stopper, BatchReports reports, IObjectStore objects, ActionDocuments documents, IStateMachines machines, IIds ids, TimeProvider time)
{
    /// <summary>Goes on as far as it can.</summary>
    public Task<BatchRecord> AdvanceAsync(string batchId, CancellationToken cancellationToken) => AdvanceAsync(batchId, static batch => batch, cancellationToken);

    /// <summary>Changes the batch first.</summary>
    public async Task<BatchRecord> AdvanceAsync(string batchId, Func<BatchRecord, BatchRecord> change, CancellationToken cancellationToken)
    {
        var (batch, moves) = await batches.DecideAsync(
            batchId,
            async (seen, cancellation) => BatchDecision.Advance(change(seen), await StateOfAsync(seen, cancellation), time.GetUtcNow()),
            cancellationToken);
        foreach (var build in moves.Start)
        {
            await builds.AddAsync(build with { Number = await builds.NextNumberAsync(build.ProjectName, cancellationToken), ProgressSecret = ids.Secret() }, [], cancellationToken);
        }

        foreach (var buildId in moves.Stop)
        {
            await TryStopAsync(buildId, batch, cancellationToken);
        }

        if (batch.HasEnded())
        {
            batch = await WithReportsAsync(batch, cancellationToken);
        }

        if (batch.HasEnded() && batch.Task is { } waiting)
        {
            await machines.SucceedTaskAsync(waiting.Token, null, cancellationToken);
        }

        if (batch.HasEnded() && batch.Action is { } action)
        {
            await documents.CompleteAsync(action.Token, BatchResults.Of(batch), cancellationToken);
        }

        return batch;
    }

    /// <summary>Before anybody is told that it has ended. If that is lost, whoever is told again makes them.</summary>
    private async Task<BatchRecord> WithReportsAsync(BatchRecord batch, CancellationToken cancellationToken)
    {
        if (batch.ReportArns.Count > 0 || await reports.MakeAsync(batch, cancellationToken) is not { Count: > 0 } arns)
        {
            return batch;
        }

        return (await batches.DecideAsync(batch.BatchId, (seen, _) => Task.FromResult(new Decision<BatchRecord, bool>(seen with { ReportArns = arns }, true)), cancellationToken)).Record;
    }

    private async Task TryStopAsync(string buildId, BatchRecord batch, CancellationToken cancellationToken)
    {
        if (await builds.FindAsync(buildId, cancellationToken) is not null)
        {
            await stopper.RunAsync(buildId, batch.StopReason ?? "another build of its batch has failed", cancellationToken);
        }
    }

    private async Task<BatchState> StateOfAsync(BatchRecord batch, CancellationToken cancellationToken)
    {
        var wanted = batch.Groups.Select(group => group.Current?.BuildId).Append(batch.PlannedAt is null ? batch.PlanBuildId : null).Append(batch.Combining?.BuildId).OfType<string>();
        var found = await Task.WhenAll(wanted.Select(buildId => builds.FindAsync(buildId, cancellationToken)));
        var known = found.OfType<BuildRecord>().ToDictionary(build => build.BuildId, StringComparer.Ordinal);
        var reader = known.GetValueOrDefault(batch.PlanBuildId);
        return new BatchState(known, reader?.HasEnded() is true ? await PlanAsync(reader, cancellationToken) : null);
    }

    private async Task<BatchPlan?> PlanAsync(BuildRecord reader, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await objects.OpenAsync(reader.Output with { Key = $"{reader.Output.Key}/{BatchPlan.ObjectName}" }, cancellationToken);
            return await JsonSerializer.DeserializeAsync<BatchPlan>(content, SluiceJson.Options, cancellationToken);
        }
        catch (Exception e) when (e is ObjectNotFoundException or JsonException)
        {
            // Its end says why.
            return null;
        }
    }
}
