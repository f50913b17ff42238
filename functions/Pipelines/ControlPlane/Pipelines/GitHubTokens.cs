using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Connections;
using Sluice.Platform.Ids;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>
/// Keeps the tokens of GitHub's older source, <c>OAuthToken</c>, as what a connection of the pipeline's own signs in with: sealed, and used wherever connections are. The declaration has the connection's ARN in the token's place.
/// </summary>
internal sealed class GitHubTokens(Func<ConnectionStore> store, IIds ids, TimeProvider time)
{
    /// <summary>The declaration without tokens. One that was there before keeps its connection, so that older versions sign in by the newest token, too.</summary>
    /// <param name="declared">What is to be stored.</param>
    /// <param name="before">What is stored now; null if nothing is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Platform.Protocol.ApiException">A token is none.</exception>
    public async Task<PipelineDeclaration> KeptAsync(PipelineDeclaration declared, PipelineDeclaration? before, CancellationToken cancellationToken)
    {
        if (!declared.Sources().Any(HasToken))
        {
            return declared;
        }

        var sources = new List<ActionDeclaration>();
        foreach (var source in declared.Sources())
        {
            var old = before?.Sources().FirstOrDefault(other => other.Name == source.Name && HasToken(other));
            sources.Add(HasToken(source) ? await KeptAsync(declared.Name, source, GitHubToken.ConnectionOf(old), cancellationToken) : source);
        }

        return declared with { Stages = [declared.Stages[0] with { Actions = sources }, .. declared.Stages.Skip(1)] };
    }

    /// <summary>Takes all away that was kept for a pipeline.</summary>
    public Task DeleteAsync(string pipeline, CancellationToken cancellationToken) => store().DeleteOwnedAsync(OwnerOf(pipeline), cancellationToken);

    private async Task<ActionDeclaration> KeptAsync(string pipeline, ActionDeclaration source, string? kept, CancellationToken cancellationToken)
    {
        var token = source.Setting(GitHubToken.Key)!;
        if (token == kept)
        {
            return source; // It was shown hidden, and came back so.
        }

        var secret = new TokenSecret(UserName: null, token);
        if (token == Secrets.Hidden || SecretRules.Faults(secret, GitProvider.GitHub, "github.com").Count > 0)
        {
            throw InvalidRequest.Of($"The source '{source.Name}': a token of GitHub was expected as its {GitHubToken.Key}.");
        }

        var connections = store();
        var connection = kept is null ? null : await connections.FindAsync(kept, cancellationToken);
        connection ??= await NewAsync(connections, pipeline, source, cancellationToken);
        await connections.PutSecretAsync(connection, secret, cancellationToken);
        return source with { Configuration = new Dictionary<string, string>(source.Configuration!, StringComparer.Ordinal) { [GitHubToken.Key] = connections.ArnOf(connection) } };
    }

    private async Task<StoredConnection> NewAsync(ConnectionStore connections, string pipeline, ActionDeclaration source, CancellationToken cancellationToken)
    {
        var made = new StoredConnection(ids.Uuid(), $"{pipeline}/{source.Name}", GitProvider.GitHub, HostId: null, time.GetUtcNow()) { Owner = OwnerOf(pipeline) };
        await connections.CreateAsync(made, cancellationToken);
        return made;
    }

    private static bool HasToken(ActionDeclaration source) => source.ActionTypeId.Provider == SourceTypes.GitHub && source.Setting(GitHubToken.Key) is not null;

    private static string OwnerOf(string pipeline) => $"pipeline {pipeline}";
}
