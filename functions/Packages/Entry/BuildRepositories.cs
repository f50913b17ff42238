using System.Text.Json;
using Sluice.Packages.Formats;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Json;

namespace Sluice.Packages.Entry;

/// <summary>
/// What a build's program asks before it sets up its clients, by <c>POST /artifacts/DOMAIN/builds/REPOSITORY</c> with its token: of which formats the repository has packages from outside. Clients can take those from it alone.
/// The suite's own repository, that of builds which name none, is made when a build first asks.
/// </summary>
internal sealed class BuildRepositories(PackageTokens tokens, DomainStore domains, RepositoryStore repositories, RepositoryWalk walk, UpstreamSettings upstreams, TimeProvider time)
{
    private static readonly RepositoryId Own = new("sluice", "builds");

    /// <exception cref="TokenRefusedException">There is no good token.</exception>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, RepositoryId repository, CancellationToken cancellationToken)
    {
        await tokens.CallerAsync(request.Header("Authorization"), repository.Domain, cancellationToken);
        if (repository == Own)
        {
            await MakeAsync(cancellationToken);
        }

        var connections = (await walk.OrderAsync(repository, cancellationToken)).Select(found => upstreams.Find(found.ExternalConnection)).OfType<ExternalConnection>();
        var outside = connections.Select(connection => connection.Format.ToString()).Distinct().Order(StringComparer.Ordinal);
        return FormatAnswers.Of(200, FormatAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(new { Outside = outside }, SluiceJson.Options));
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (await repositories.FindAsync(Own, cancellationToken) is not null)
        {
            return;
        }

        await UnlessThereAsync(() => domains.CreateAsync(new StoredDomain(Own.Domain, time.GetUtcNow(), EncryptionKey: null), cancellationToken));
        await UnlessThereAsync(() => repositories.CreateAsync(new StoredRepository(Own.Domain, Own.Name, time.GetUtcNow(), "Of builds that name no repository."), cancellationToken));
    }

    // Another build may be as quick.
    private static async Task UnlessThereAsync(Func<Task> make)
    {
        try
        {
            await make();
        }
        catch (ApiException e) when (e.Code == PackageErrors.ConflictCode)
        {
        }
    }
}
