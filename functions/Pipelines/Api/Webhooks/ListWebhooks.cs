using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.ControlPlane;
using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Lists the webhooks by name.</summary>
public sealed class ListWebhooks : IOperation<ListWebhooksInput, ListWebhooksOutput>
{
    private readonly WebhookStore _webhooks;
    private readonly SuiteAccount _account;

    internal ListWebhooks(WebhookStore webhooks, SuiteAccount account) => (_webhooks, _account) = (webhooks, account);

    /// <inheritdoc/>
    public async Task<ListWebhooksOutput> RunAsync(ListWebhooksInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (page, next) = ListPages.Of(await _webhooks.AllAsync(cancellationToken), "webhooks", input.NextToken, input.MaxResults);
        return new ListWebhooksOutput { Webhooks = [.. page.Select(webhook => WebhookShapes.Of(webhook, _account, context))], NextToken = next };
    }
}
