using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Sources;

/// <summary>Has the sources looked at that an event tells of, so that nobody waits for the next poll. What is looked at is the source itself: an event that comes twice, late or never starts no run twice and loses none.</summary>
public sealed class LookAtChanged
{
    private readonly PollSources _poll;

    internal LookAtChanged(PollSources poll) => _poll = poll;

    /// <summary>Safe to repeat.</summary>
    public async Task<IReadOnlyList<StartedRun>> RunAsync(SourceChange happened, CancellationToken cancellationToken = default) =>
        (await _poll.PollAsync(pipeline => pipeline.Sources().Any(source => IsOf(source, happened)), cancellationToken)).Started;

    private static bool IsOf(ActionDeclaration source, SourceChange happened) => (happened.Source, source.ActionTypeId.Provider) switch
    {
        ("aws.s3", SourceTypes.S3) => happened.Detail is { } detail && source.Setting("S3Bucket") == detail.Bucket?.Name && source.Setting("S3ObjectKey") == detail.Object?.Key,
        ("aws.codecommit", SourceTypes.CodeCommit) => happened.Detail?.RepositoryName is { } name && source.Setting("RepositoryName") == name,
        _ => false,
    };
}
