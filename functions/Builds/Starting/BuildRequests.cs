using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.Records;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Starting;

/// <summary>Records builds that are asked for by the API. With an idempotency token, the same request within five minutes is the same build.</summary>
internal sealed class BuildRequests(BuildStore store, ITable table, SuiteBucket bucket, IIds ids, TimeProvider time, ILogger<BuildRequests> log)
{
    private static readonly TimeSpan _tokensLive = TimeSpan.FromMinutes(5);

    /// <param name="wanted">What is asked for.</param>
    /// <param name="token">The idempotency token; null for none.</param>
    /// <param name="request">The request as it came, by which it is known again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">The token came with another request.</exception>
    public async Task<BuildRecord> AddAsync(WantedBuild wanted, string? token, string request, CancellationToken cancellationToken) => token is null
        ? await AddAsync(wanted, [], cancellationToken) ?? throw new ConcurrentModificationException($"The build of {wanted.ProjectName}")
        : await Contention.DecideAsync($"The idempotency token {token}", () => OnceAsync(wanted, KeyOf(wanted.ProjectName, token), HashOf(request), cancellationToken));

    private async Task<BuildRecord?> OnceAsync(WantedBuild wanted, Key key, string request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await table.FindAsync<TakenToken>(key, cancellationToken);
        if (known is { Value: var taken } && taken.Until > now)
        {
            return taken.Request == request
                ? await store.GetAsync(taken.BuildId, cancellationToken)
                : throw InvalidInput.Of("The idempotencyToken came with another request in the last five minutes; expected the same request, or another token.");
        }

        GuardedWrite Mark(BuildRecord build) =>
            PutItem.Of(key, new TakenToken(build.BuildId, request, now + _tokensLive), known is null ? Condition.Absent : Condition.Rev(known.Rev), expiresAt: now + _tokensLive);
        return await AddAsync(wanted, [Mark], cancellationToken);
    }

    private async Task<BuildRecord?> AddAsync(WantedBuild wanted, IReadOnlyList<Func<BuildRecord, GuardedWrite>> also, CancellationToken cancellationToken)
    {
        var build = Of(wanted, await store.NextNumberAsync(wanted.ProjectName, cancellationToken));
        if (!await store.AddAsync(build, [.. also.Select(write => write(build))], cancellationToken))
        {
            return null;
        }

        log.LogInformation("Build {Build} is recorded", build.FullId());
        return build;
    }

    private BuildRecord Of(WantedBuild wanted, long number)
    {
        var buildId = ids.Uuid();
        return new()
        {
            BuildId = buildId,
            ProjectName = wanted.ProjectName,
            Number = number,
            Status = BuildStatus.InProgress,
            Initiator = wanted.Initiator,
            Settings = wanted.Settings,
            Output = BuildOutputs.Of(bucket.Name, "codebuild", buildId),
            ServiceVariables = wanted.ServiceVariables,
            ProgressSecret = ids.Secret(),
            SubmittedAt = time.GetUtcNow(),
        };
    }

    /// <summary>A token may be of any length, and a key may not.</summary>
    private static Key KeyOf(string projectName, string token) => new($"BUILDTOKENS#{projectName}", HashOf(token));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record TakenToken(string BuildId, string Request, DateTimeOffset Until);
}
