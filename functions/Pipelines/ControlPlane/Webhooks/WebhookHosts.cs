using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Access;
using Sluice.Platform.Connections;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>Tells git hosts of webhooks: by the token of a GitHub source, or by the connection of another one.</summary>
internal sealed class WebhookHosts(WebhookStore webhooks, PipelineStore pipelines, Func<IConnections> connections, GitHostApi hosts, ISecretBox box)
{
    /// <summary>Has the host deliver to the webhook.</summary>
    /// <exception cref="WebhookNotFoundException">There is none of this name.</exception>
    /// <exception cref="ApiException">The source has nothing to sign in with, or the host does not take it; the webhook keeps why.</exception>
    public async Task RegisterAsync(string name, Func<string, string?> address, CancellationToken cancellationToken)
    {
        var webhook = await GetAsync(name, cancellationToken);
        if (webhook.HostId is not null)
        {
            return;
        }

        var url = address(WebhookEntry.AddressOf(webhook.UrlId)) ?? throw InvalidRequest.Of("It is not known where hosts can reach this.");
        try
        {
            var repository = await RepositoryAsync(webhook, cancellationToken);
            var secret = webhook.SealedSecret is { } sealedSecret ? await box.OpenAsync(sealedSecret, webhook.UrlId, cancellationToken) : null;
            var id = await hosts.AddHookAsync(repository, url, secret, cancellationToken);
            await KeepAsync(name, seen => seen with { HostId = id, ErrorMessage = null }, cancellationToken);
        }
        catch (Exception e) when (e is GitHostRefusedException or ConnectionUnavailableException)
        {
            await KeepAsync(name, seen => seen with { ErrorMessage = e.Message }, cancellationToken);
            throw InvalidRequest.Of($"The webhook '{name}' is not registered: {e.Message}");
        }
    }

    /// <summary>Has the host deliver no more.</summary>
    /// <exception cref="WebhookNotFoundException">There is none of this name.</exception>
    /// <exception cref="ApiException">The host does not let it go.</exception>
    public async Task DeregisterAsync(string name, CancellationToken cancellationToken)
    {
        var webhook = await GetAsync(name, cancellationToken);
        if (webhook.HostId is not { } id)
        {
            return;
        }

        try
        {
            await hosts.RemoveHookAsync(await RepositoryAsync(webhook, cancellationToken), id, cancellationToken);
            await KeepAsync(name, seen => seen with { HostId = null, ErrorMessage = null }, cancellationToken);
        }
        catch (Exception e) when (e is GitHostRefusedException or ConnectionUnavailableException)
        {
            throw InvalidRequest.Of($"The webhook '{name}' is registered still: {e.Message}");
        }
    }

    private async Task<StoredWebhook> GetAsync(string name, CancellationToken cancellationToken) => (await webhooks.FindAsync(name, cancellationToken))?.Value ?? throw new WebhookNotFoundException(name);

    private async Task<GitHostRepository> RepositoryAsync(StoredWebhook webhook, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.FindAsync(webhook.Definition.TargetPipeline, cancellationToken);
        var source = pipeline?.Value.Pipeline.Sources().FirstOrDefault(source => source.Name == webhook.Definition.TargetAction)
            ?? throw InvalidRequest.Of($"The pipeline '{webhook.Definition.TargetPipeline}' has no source '{webhook.Definition.TargetAction}' any more.");
        return source.ActionTypeId.Provider switch
        {
            SourceTypes.GitHub when GitHubToken.ConnectionOf(source) is { } arn => (await connections().OpenAsync(arn, cancellationToken)).Repository(arn, $"{source.Setting("Owner")}/{source.Setting("Repo")}"),
            SourceTypes.GitHub => throw InvalidRequest.Of($"The token of the source '{source.Name}' was stored before tokens were sealed: update the pipeline with it."),
            SourceTypes.Connection => await OfConnectionAsync(source, cancellationToken),
            _ => throw InvalidRequest.Of($"The source '{source.Name}' is of {source.ActionTypeId.Provider}, and has nothing that signs in at a host: give the host the webhook's URL yourself."),
        };
    }

    private async Task<GitHostRepository> OfConnectionAsync(ActionDeclaration source, CancellationToken cancellationToken)
    {
        var arn = source.Setting("ConnectionArn")!;
        return (await connections().OpenAsync(arn, cancellationToken)).Repository(arn, source.Setting("FullRepositoryId")!);
    }

    private Task KeepAsync(string name, Func<StoredWebhook, StoredWebhook> change, CancellationToken cancellationToken) => Contention.RetryAsync(
        $"The webhook '{name}'",
        async () => await webhooks.FindAsync(name, cancellationToken) is not { } seen || await webhooks.SaveAsync(change(seen.Value), seen.Rev, cancellationToken));
}
