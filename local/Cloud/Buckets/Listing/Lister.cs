using Sluice.Local.Cloud.Buckets.Storage;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>Lists the objects of a bucket, reading no more keys than the page needs.</summary>
internal sealed class Lister(ObjectTable objects)
{
    private const int GroupedPage = 200;

    public async Task<ListingPage> ListAsync(string bucket, ListingRequest request, CancellationToken cancellationToken)
    {
        var page = new ListingPage(request);
        var from = request.Start;
        while (from is not null)
        {
            from = await FillAsync(page, bucket, from, request.Delimiter is null ? request.Most + 1 : GroupedPage, cancellationToken);
        }

        return page;
    }

    /// <returns>Where to jump to; null if the page is whole.</returns>
    private async Task<string?> FillAsync(ListingPage page, string bucket, string from, int pageSize, CancellationToken cancellationToken)
    {
        await foreach (var (key, record) in objects.FromAsync(bucket, from, pageSize, cancellationToken))
        {
            var next = page.Take(key, record.Current);
            if (next != key)
            {
                return next;
            }
        }

        return null;
    }
}
