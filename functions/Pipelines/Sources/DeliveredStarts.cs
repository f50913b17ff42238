using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Triggers;
using Sluice.Pipelines.Variables;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Sources;

/// <summary>Starts the run of one pipeline that a git host's delivery asks for. The same delivery again is the same run, and so is a push that a poll has seen.</summary>
internal sealed class DeliveredStarts(
    GitRepositoriesOfActions repositories, DeliveredEvents events, SourceHeads heads, SourceStates states, PipelinePoll poll, RunStarter starter, ILogger<DeliveredStarts> log)
{
    /// <exception cref="SourceUnavailableException">A source cannot be read now.</exception>
    /// <exception cref="ConcurrentPipelineExecutionsLimitExceededException">As many runs as there may be are under way.</exception>
    public async Task<IReadOnlyList<StartedRun>> StartAsync(PipelineDeclaration pipeline, ActionDeclaration source, RepositoryChange told, CancellationToken cancellationToken)
    {
        if (HostEvents.Of(told.Change) is not { } happened)
        {
            return [];
        }

        var repository = await repositories.OfAsync(source, cancellationToken);
        var whole = Decide(pipeline, source, repository, happened).Starts ? await events.WholeAsync(happened, repository, TriggerDecisions.NeedsPaths(pipeline, source.Name), cancellationToken) : happened;
        if (whole is null)
        {
            log.LogInformation("A delivery starts no run of {Pipeline}: its commit {Commit} is not the branch's any more", pipeline.Name, happened.Commit);
            return [];
        }

        var decision = Decide(pipeline, source, repository, whole);
        if (decision.Release is null)
        {
            log.LogInformation("A delivery starts no run of {Pipeline}: {Why}", pipeline.Name, decision.Detail);
            return [];
        }

        return await StartAsync(new Delivered(pipeline, source, repository, whole, decision, Token(told, source)), cancellationToken);
    }

    private static TriggerDecision Decide(PipelineDeclaration pipeline, ActionDeclaration source, SourceRepository repository, RepositoryEvent happened) =>
        TriggerDecisions.Of(pipeline, [new WatchedSource(source, repository.Branch)], happened)[0];

    private async Task<IReadOnlyList<StartedRun>> StartAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        var name = delivered.Pipeline.Name;
        return await Contention.DecideAsync($"The pipeline '{name}'", async () =>
        {
            if (await starter.FindByTokenAsync(name, delivered.Token, cancellationToken) is { } earlier)
            {
                return [new StartedRun(name, earlier)];
            }

            var seen = await states.FindAsync(name, delivered.Source.Name, cancellationToken);
            var step = delivered.Happened is PullRequestChange ? DeliveredStep.Start : DeliveredDecision.Of(seen?.Value, delivered.HasFilters, delivered.Happened);
            return step switch
            {
                DeliveredStep.Nothing => [],
                DeliveredStep.Look => (await poll.PollAsync(delivered.Pipeline, Look.Told, cancellationToken, delivered.Trigger)).Started,
                _ => await starter.StartAsync(await RunAsync(delivered, seen, cancellationToken), cancellationToken) is { } run ? [new StartedRun(name, run)] : await GoneAsync(name, cancellationToken),
            };
        });
    }

    /// <summary>Of the other sources their own branches are released. A pull request takes up nothing: what it brings is not what is released else.</summary>
    private async Task<NewRun> RunAsync(Delivered delivered, Platform.Tables.Versioned<SourceState>? seen, CancellationToken cancellationToken)
    {
        var others = await heads.LookAsync(delivered.Pipeline, Look.ByHand, cancellationToken, but: delivered.Source.Name);
        IReadOnlyList<SourceSight> sights = [delivered.Sight(seen), .. others];
        return sights.FirstOrDefault(sight => sight.Error is not null) is { Error: { } error }
            ? throw new SourceUnavailableException(error)
            : NewRun.Of(delivered.Pipeline, sights, delivered.Trigger) with
            {
                Sights = delivered.Happened is PullRequestChange ? [] : sights,
                ClientRequestToken = delivered.Token,
                Variables = PipelineVariables.Known(delivered.Pipeline),
            };
    }

    /// <summary>Null, so that it is decided again, unless there is no such pipeline any more.</summary>
    private async Task<IReadOnlyList<StartedRun>?> GoneAsync(string pipeline, CancellationToken cancellationToken) => await starter.ExistsAsync(pipeline, cancellationToken) ? null : [];

    private static string Token(RepositoryChange told, ActionDeclaration source) => $"delivery-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{told.DeliveryId} {source.Name}")))}";
}
