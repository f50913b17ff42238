using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Api;

/// <summary>Lists named resources in any of three orders, page by page. What it reads is written with each change of a resource, so that no order has to be made of all of them.</summary>
/// <param name="table">Where they are.</param>
/// <param name="partition">Of this kind of resource alone.</param>
/// <param name="invalidToken">The error of the model for a token that is none of this listing's.</param>
public sealed class ResourceListing(ITable table, string partition, string invalidToken)
{
    private const int PageSize = 100;

    /// <summary>What is written with a creation (before is null), a change or a deletion (after is null).</summary>
    public IEnumerable<GuardedWrite> Beside(ListedResource? before, ListedResource? after)
    {
        foreach (var order in Enum.GetValues<ResourceOrder>())
        {
            var (from, to) = (KeyIn(order, before), KeyIn(order, after));
            if (from == to)
            {
                continue;
            }

            if (from is { } gone)
            {
                yield return new DeleteItem(gone);
            }

            if (to is { } there)
            {
                yield return new PutItem(there, new JsonObject { ["name"] = after!.Name });
            }
        }
    }

    /// <summary>A page of names.</summary>
    /// <exception cref="ApiException">The token was altered, or is of another listing.</exception>
    public async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(
        ResourceOrder order, bool descending, string? token, int? most = null, CancellationToken cancellationToken = default)
    {
        var query = new Query(PartitionOf(order)) { Descending = descending, PageToken = token, Limit = most ?? PageSize };
        var page = await Pages.ReadAsync(table, query, invalidToken, cancellationToken);
        return ([.. page.Items.Select(item => item.Attributes["name"]!.GetValue<string>())], page.NextToken);
    }

    private Key? KeyIn(ResourceOrder order, ListedResource? resource) => resource is null ? null : new Key(PartitionOf(order), order switch
    {
        ResourceOrder.Created => Timed(resource.Created, resource.Name),
        ResourceOrder.LastModified => Timed(resource.LastModified, resource.Name),
        _ => resource.Name,
    });

    private string PartitionOf(ResourceOrder order) => $"{partition}#{order switch { ResourceOrder.Created => "CREATED", ResourceOrder.LastModified => "MODIFIED", _ => "NAME" }}";

    private static string Timed(DateTimeOffset time, string name) => $"{time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{name}";
}
