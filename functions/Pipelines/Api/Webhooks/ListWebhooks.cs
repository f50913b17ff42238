using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.ControlPlane;
using Sluice.Pipelines.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Lists the webhooks by name.</summary>
public sealed class ListWebhooks : IOperation<ListWebhooksInput, ListWebhooksOutput>
{
    private readonly WebhookStore _webhooks;
    private readonly WebhookViews _views;

    internal ListWebhooks(WebhookStore webhooks, WebhookViews views) => (_webhooks, _views) = (webhooks, views);

    /// <inheritdoc/>
    public async Task<ListWebhooksOutput> RunAsync(ListWebhooksInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (page, next) = ListPages.Of(await _webhooks.AllAsync(cancellationToken), "webhooks", input.NextToken, input.MaxResults);
        var items = new List<ListWebhookItem>();
        foreach (var webhook in page)
        {
            items.Add(await _views.OfAsync(webhook, context, cancellationToken));
        }

        return new ListWebhooksOutput { Webhooks = items, NextToken = next };
    }
}
