using System.Globalization;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Api;

namespace Sluice.Builds.Batching;

/// <summary>Lists batches by the time at which they were asked for, of all projects or of one.</summary>
internal sealed class BatchListing(ITable table)
{
    private const string All = "BATCHLIST";
    private const int PageSize = 100;

    /// <summary>Where a batch is listed.</summary>
    public static IReadOnlyList<Key> KeysOf(BatchRecord batch)
    {
        var place = $"{batch.SubmittedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{batch.BatchId}";
        return [new Key(All, place), new Key($"{All}#{batch.ProjectName}", place)];
    }

    /// <summary>A page of full ids.</summary>
    public async Task<(IReadOnlyList<string> Ids, string? NextToken)> ListAsync(
        string? projectName, bool ascending, int? most, string? token, string invalidToken, CancellationToken cancellationToken)
    {
        var query = new Query(projectName is null ? All : $"{All}#{projectName}") { Descending = !ascending, PageToken = token, Limit = most ?? PageSize };
        var page = await Pages.ReadAsync(table, query, invalidToken, cancellationToken);
        return ([.. page.Items.Select(item => item.Attributes["id"]!.GetValue<string>())], page.NextToken);
    }
}
