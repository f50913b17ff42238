using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Webhooks in the table, by name and by the id of their address.</summary>
internal sealed class WebhookStore(ITable table)
{
    /// <summary>All webhooks.</summary>
    public const string Partition = "PIPELINEWEBHOOKS";

    public Task<Versioned<StoredWebhook>?> FindAsync(string name, CancellationToken cancellationToken) => table.FindAsync<StoredWebhook>(KeyOf(name), cancellationToken);

    /// <summary>The webhook of an address.</summary>
    public async Task<Versioned<StoredWebhook>?> FindByUrlAsync(string id, CancellationToken cancellationToken) =>
        await table.GetAsync(UrlKey(id), cancellationToken) is { } item && await FindAsync((string)item.Attributes["name"]!, cancellationToken) is { } found && found.Value.UrlId == id ? found : null;

    /// <summary>On condition that nobody has written since it was read; false if somebody has.</summary>
    public Task<bool> SaveAsync(StoredWebhook webhook, long? rev, CancellationToken cancellationToken) => table.TryTransactAsync(
        [
            PutItem.Of(KeyOf(webhook.Definition.Name), webhook, rev is { } at ? Condition.Rev(at) : Condition.Absent),
            new PutItem(UrlKey(webhook.UrlId), new JsonObject { ["name"] = webhook.Definition.Name }),
        ],
        cancellationToken);

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } found)
        {
            await table.DeleteAsync(new DeleteItem(UrlKey(found.Value.UrlId)), cancellationToken);
            await table.DeleteAsync(new DeleteItem(KeyOf(name)), cancellationToken);
        }
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<StoredWebhook>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<StoredWebhook>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition), cancellationToken))
        {
            all.Add(item.Read<StoredWebhook>());
        }

        return all;
    }

    private static Key KeyOf(string name) => new(Partition, name);

    private static Key UrlKey(string id) => new($"PIPELINEWEBHOOKURL#{id}", "URL");
}
