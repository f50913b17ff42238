using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Sources;

/// <summary>Starts the runs that a git host's delivery to a connection asks for, of every pipeline that reads the repository by it.</summary>
public sealed class TakeRepositoryChange
{
    private readonly PipelineStore _pipelines;
    private readonly DeliveredStarts _starts;
    private readonly SuiteAccount _account;
    private readonly ILogger<TakeRepositoryChange> _log;

    internal TakeRepositoryChange(PipelineStore pipelines, DeliveredStarts starts, SuiteAccount account, ILogger<TakeRepositoryChange> log) => (_pipelines, _starts, _account, _log) = (pipelines, starts, account, log);

    /// <summary>Safe to repeat. One pipeline's trouble keeps no other from its run.</summary>
    /// <exception cref="SourceUnavailableException">Of some pipelines a source cannot be read now; what is told again goes on with those.</exception>
    public async Task<IReadOnlyList<StartedRun>> RunAsync(RepositoryChangeEvent happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail is not { } told)
        {
            return [];
        }

        var (started, failed) = (new List<StartedRun>(), new List<string>());
        foreach (var pipeline in await _pipelines.AllAsync(cancellationToken))
        {
            foreach (var source in pipeline.Sources().Where(source => DeliveredRepository.IsReadBy(source, told, _account)))
            {
                try
                {
                    started.AddRange(await _starts.StartAsync(pipeline, source, told, cancellationToken));
                }
                catch (Exception e) when (e is SourceUnavailableException or ConcurrentPipelineExecutionsLimitExceededException or ConcurrentModificationException)
                {
                    _log.LogWarning("A delivery starts no run of {Pipeline} yet: {Why}", pipeline.Name, e.Message);
                    failed.Add($"{pipeline.Name}: {e.Message}");
                }
            }
        }

        return failed.Count == 0 ? started : throw new SourceUnavailableException(string.Join(" ", failed));
    }
}
