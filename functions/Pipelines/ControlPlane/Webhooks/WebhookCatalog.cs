using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Access;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>The webhooks that there are: addresses that start a pipeline when a host, or a program, posts to them.</summary>
internal sealed class WebhookCatalog(WebhookStore webhooks, PipelineStore pipelines, ISecretBox box, IIds ids) : ITagged
{
    /// <summary>CodePipeline's quota.</summary>
    private const int Most = 300;

    /// <summary>What a resource's name begins with in its ARN.</summary>
    private const string Kind = "webhook:";

    /// <summary>Keeps a new webhook, or changes one; its address stays.</summary>
    /// <exception cref="ApiException">What is wrong with it.</exception>
    public async Task<StoredWebhook> PutAsync(WebhookDefinition definition, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var pipeline = await pipelines.GetAsync(definition.TargetPipeline, cancellationToken);
        var target = pipeline.Pipeline.Sources().FirstOrDefault(source => source.Name == definition.TargetAction)
            ?? throw InvalidRequest.Of($"The pipeline '{definition.TargetPipeline}' has no source action '{definition.TargetAction}'; there are: {string.Join(", ", pipeline.Pipeline.Sources().Select(source => source.Name))}.");
        WebhookRules.Check(definition, target);
        return await Contention.DecideAsync($"The webhook '{definition.Name}'", () => TryPutAsync(definition, tags, cancellationToken));
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => webhooks.DeleteAsync(name, cancellationToken);

    /// <exception cref="WebhookNotFoundException">There is none of this name.</exception>
    public async Task<StoredWebhook> GetAsync(string name, CancellationToken cancellationToken) => (await webhooks.FindAsync(name, cancellationToken))?.Value ?? throw new WebhookNotFoundException(name);

    public async Task<IReadOnlyList<ResourceTag>?> FindAsync(ResourceArn arn, CancellationToken cancellationToken) =>
        arn.Name(Kind) is { } name ? (await webhooks.FindAsync(name, cancellationToken))?.Value.Tags : null;

    public async Task<bool> ChangeAsync(ResourceArn arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        if (arn.Name(Kind) is not { } name || await webhooks.FindAsync(name, cancellationToken) is null)
        {
            return false;
        }

        await Contention.RetryAsync(
            $"The webhook '{name}'",
            async () => await webhooks.FindAsync(name, cancellationToken) is not { } seen || await webhooks.SaveAsync(seen.Value with { Tags = change(seen.Value.Tags) }, seen.Rev, cancellationToken));
        return true;
    }

    private async Task<StoredWebhook?> TryPutAsync(WebhookDefinition definition, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var seen = await webhooks.FindAsync(definition.Name, cancellationToken);
        if (seen is null && (await webhooks.AllAsync(cancellationToken)).Count >= Most)
        {
            throw new ApiException("LimitExceededException", $"There are {Most} webhooks; delete one that nobody uses any more.");
        }

        var id = seen?.Value.UrlId ?? ids.Uuid();
        var secret = definition.AuthenticationConfiguration.SecretToken is { } token ? await box.SealAsync(token, id, cancellationToken) : null;
        var shown = definition with { AuthenticationConfiguration = definition.AuthenticationConfiguration with { SecretToken = null } };
        var webhook = new StoredWebhook(shown, id, secret) { Tags = tags.Count > 0 ? tags : seen?.Value.Tags ?? [], LastTriggered = seen?.Value.LastTriggered };
        return await webhooks.SaveAsync(webhook, seen?.Rev, cancellationToken) ? webhook : null;
    }
}
