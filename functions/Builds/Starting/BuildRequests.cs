using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.Records;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Starting;

/// <summary>Records builds that are asked for by the API.</summary>
internal sealed class BuildRequests(BuildStore store, IdempotencyTokens tokens, SuiteBucket bucket, IIds ids, TimeProvider time, ILogger<BuildRequests> log)
{
    /// <param name="wanted">What is asked for.</param>
    /// <param name="token">The idempotency token; null for none.</param>
    /// <param name="request">The request as it came, by which it is known again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">The token came with another request.</exception>
    public Task<BuildRecord> AddAsync(WantedBuild wanted, string? token, string request, CancellationToken cancellationToken) => tokens.OnceAsync(
        wanted.ProjectName, token, request, id => store.GetAsync(id, cancellationToken), mark => AddAsync(wanted, mark, cancellationToken), cancellationToken);

    private async Task<BuildRecord?> AddAsync(WantedBuild wanted, Func<string, IReadOnlyList<GuardedWrite>> mark, CancellationToken cancellationToken)
    {
        if (wanted.Id is { } known && await store.FindAsync(known, cancellationToken) is { } there)
        {
            return there;
        }

        var build = Of(wanted, wanted.IsSandbox ? 0 : await store.NextNumberAsync(wanted.ProjectName, cancellationToken));
        if (!await store.AddAsync(build, mark(build.BuildId), cancellationToken))
        {
            return null;
        }

        log.LogInformation("Build {Build} is recorded", build.FullId());
        return build;
    }

    private BuildRecord Of(WantedBuild wanted, long number)
    {
        var buildId = wanted.Id ?? ids.Uuid();
        return new()
        {
            BuildId = buildId,
            ProjectName = wanted.ProjectName,
            Number = number,
            Status = BuildStatus.InProgress,
            Initiator = wanted.Initiator,
            Settings = wanted.Settings,
            Output = BuildOutputs.Of(bucket.Name, "codebuild", buildId),
            IsSandbox = wanted.IsSandbox,
            ServiceVariables = wanted.ServiceVariables,
            ProgressSecret = ids.Secret(),
            SubmittedAt = time.GetUtcNow(),
        };
    }
}
