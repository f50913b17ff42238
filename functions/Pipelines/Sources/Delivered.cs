using Sluice.Pipelines.Model;
using Sluice.Pipelines.Triggers;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Sources;

/// <summary>A delivery that is to start a run of a pipeline.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Source">Its source action that reads the repository.</param>
/// <param name="Repository">That repository.</param>
/// <param name="Happened">What the host told.</param>
/// <param name="Decision">That it starts a run, and of what.</param>
/// <param name="Token">The same for the same delivery.</param>
internal sealed record Delivered(PipelineDeclaration Pipeline, ActionDeclaration Source, SourceRepository Repository, RepositoryEvent Happened, TriggerDecision Decision, string Token)
{
    public bool HasFilters => TriggerDecisions.HasFilters(Pipeline, Source.Name);

    public ExecutionTrigger Trigger => new() { TriggerType = TriggerType.WebhookV2, TriggerDetail = Shortened($"{Decision.Detail} Told by {Repository.ConnectionArn}.") };

    /// <summary>The source as what the host told has it.</summary>
    /// <param name="seen">What was last taken up of it.</param>
    public SourceSight Sight(Versioned<SourceState>? seen) => new(Source.Name, seen, Revision, Error: null) { Refs = Refs(seen?.Value.Refs), Triggered = Decision.Detail };

    private SourceCommit Revision => new(Source.Name, Credentials.Removed(Repository.Address), Decision.Release!.Branch ?? Decision.Release.Tag ?? "", Decision.Release.Commit)
    {
        ConnectionArn = Repository.ConnectionArn,
        PullRequest = Happened is PullRequestChange pull ? new SourcePullRequest(pull.Number, pull.Title, pull.TargetBranch) : null,
    };

    private Dictionary<string, string>? Refs(IReadOnlyDictionary<string, string>? before) =>
        before is null || Happened is PullRequestChange ? null : new Dictionary<string, string>(before, StringComparer.Ordinal) { [DeliveredDecision.Named(Happened).Name] = Happened.Commit! };

    /// <summary>A trigger's detail has 1,024 characters.</summary>
    private static string Shortened(string text) => text.Length <= 1024 ? text : text[..1024];
}
