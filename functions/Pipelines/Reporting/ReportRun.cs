using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Reporting;

/// <summary>Tells the hosts of a run's sources how far the run is: of those that are read by a connection.</summary>
public sealed class ReportRun
{
    private readonly PipelineRunStore _runs;
    private readonly PipelineStore _pipelines;
    private readonly Func<IConnections> _connections;
    private readonly Func<CommitReports> _reports;

    internal ReportRun(PipelineRunStore runs, PipelineStore pipelines, Func<IConnections> connections, Func<CommitReports> reports) =>
        (_runs, _pipelines, _connections, _reports) = (runs, pipelines, connections, reports);

    /// <summary>Safe to repeat, and in any order: what is told is the run as it is now.</summary>
    /// <exception cref="GitHostRefusedException">A host does not answer, or cannot now.</exception>
    public async Task RunAsync(RunChanged happened, CancellationToken cancellationToken = default)
    {
        // A rollback says nothing of the commit that it goes back to.
        if (happened.Detail is not { Pipeline: { } pipeline, PipelineExecutionId: { } id } || (await _runs.FindAsync(pipeline, id, cancellationToken))?.Value is not { Type: not ExecutionType.ROLLBACK } run)
        {
            return;
        }

        var declared = (await _pipelines.FindVersionAsync(pipeline, run.PipelineVersion, cancellationToken))?.Sources().ToDictionary(source => source.Name, StringComparer.Ordinal) ?? [];
        foreach (var revision in run.SourceRevisions.Where(revision => revision.ConnectionArn is not null))
        {
            if (declared.GetValueOrDefault(revision.ActionName) is { } source && source.ActionTypeId.Provider is SourceTypes.Connection or SourceTypes.Git)
            {
                await _reports().TellAsync(() => RepositoryAsync(source, revision, cancellationToken), () => StatusAsync(run, revision, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task<GitHostRepository> RepositoryAsync(ActionDeclaration source, SourceCommit revision, CancellationToken cancellationToken)
    {
        var arn = revision.ConnectionArn!;
        var opened = await _connections().OpenAsync(arn, cancellationToken);
        return (source.Setting("FullRepositoryId") ?? GitRepositories.IdOf(opened.Endpoint, revision.Repository)) is { } name
            ? opened.Repository(arn, name)
            : throw new ConnectionUnavailableException($"The connection {arn} is not for '{revision.Repository}'.");
    }

    private async Task<CommitStatus?> StatusAsync(PipelineRun run, SourceCommit revision, CancellationToken cancellationToken) =>
        (await _runs.FindAsync(run.PipelineName, run.PipelineExecutionId, cancellationToken))?.Value is { } now ? RunStatuses.Of(now, revision) : null;
}
