using Sluice.Deployments.Runs;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Lists deployments, newest first.</summary>
public sealed class DeploymentListing(ITable table)
{
    /// <summary>CodeDeploy's pages have as many.</summary>
    private const int PageSize = 100;

    /// <summary>So many items are looked at for one answer; an answer may be empty then, and have a token.</summary>
    private const int MostRead = 5_000;

    /// <exception cref="ApiException"><c>InvalidNextTokenException</c>.</exception>
    internal async Task<(IReadOnlyList<string> DeploymentIds, string? NextToken)> ListAsync(ListingQuery asked, CancellationToken cancellationToken)
    {
        for (var read = 0; ;)
        {
            // Answers end where pages of the table end, so that the table's token is the answer's.
            var page = await Pages.ReadAsync(table, asked.Table(PageSize), cancellationToken: cancellationToken);
            var found = page.Items.Select(item => Read(asked, item)).Where(asked.Takes).Select(listed => listed.DeploymentId).ToList();
            read += page.Items.Count;
            if (page.NextToken is null || found.Count > 0 || read >= MostRead)
            {
                return (found, page.NextToken);
            }

            asked = asked with { Token = page.NextToken };
        }
    }

    private static ListedDeployment Read(ListingQuery asked, Item item) =>
        asked.OnlyActive() ? ListedDeployment.Of(item.Read<Deployment>()) : item.Read<ListedDeployment>();
}
