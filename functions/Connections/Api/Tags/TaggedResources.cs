using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Connections.Api.Tags;

/// <summary>Tags of connections and hosts, by their ARNs.</summary>
internal static class TaggedResources
{
    public static async Task<IReadOnlyList<ResourceTag>> TagsAsync(ConnectionFinder finder, string arn, SuiteAccount account, CancellationToken cancellationToken) => ConnectionArns.Host(arn, account) is null
        ? (await finder.ConnectionAsync(arn, cancellationToken)).Tags
        : (await finder.HostAsync(arn, cancellationToken)).Tags;

    /// <exception cref="ApiException">There is no such resource, or the tags would break a rule.</exception>
    public static async Task ChangeAsync(ConnectionStore store, ConnectionFinder finder, string arn, SuiteAccount account, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        object? changed = ConnectionArns.Host(arn, account) is null
            ? await store.ChangeAsync(await finder.ConnectionAsync(arn, cancellationToken), connection => connection with { Tags = change(connection.Tags) }, cancellationToken)
            : await store.ChangeHostAsync(await finder.HostAsync(arn, cancellationToken), host => host with { Tags = change(host.Tags) }, cancellationToken);
        if (changed is null)
        {
            throw ConnectionErrors.NotFound($"There is no {arn} any more.");
        }
    }
}
