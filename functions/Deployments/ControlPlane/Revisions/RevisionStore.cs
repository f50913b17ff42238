using Sluice.Deployments.Keys;
using Sluice.Deployments.Revisions;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>
/// The revisions of applications. Registering and using one are updates that need no condition, so they go into any transaction and two of them never
/// refuse each other.
/// </summary>
public sealed class RevisionStore(ITable table)
{
    private const int LargestPage = 1000;

    /// <summary>The revision with its appspec's text, or null.</summary>
    public async Task<ApplicationRevision?> FindAsync(string applicationId, RevisionLocation location, CancellationToken cancellationToken = default)
    {
        if (await table.GetAsync(RevisionKeys.Revision(applicationId, location), cancellationToken) is not { } item)
        {
            return null;
        }

        var revision = item.Read<ApplicationRevision>();
        var text = RevisionIdentity.TextOf(location) is null ? null : await table.GetAsync(RevisionKeys.Text(applicationId, location), cancellationToken);
        return text is null ? revision : revision with { Revision = RevisionUse.WithText(revision.Revision, text.Read<AppSpecText>().Content) };
    }

    /// <summary>All revisions of an application, without the texts, in no order.</summary>
    internal async Task<IReadOnlyList<ApplicationRevision>> AllAsync(string applicationId, CancellationToken cancellationToken)
    {
        var all = new List<ApplicationRevision>();
        var query = new Query(ApplicationKeys.Partition(applicationId), RevisionKeys.Prefix) { Limit = LargestPage };
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            all.AddRange(page.Items.Select(item => item.Read<ApplicationRevision>()));
            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null);
        return all;
    }
}
