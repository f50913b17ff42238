namespace Sluice.Deployments.Revisions;

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
        return text is null ? revision : revision with { Revision = WithText(revision.Revision, text.Read<AppSpecText>().Content) };
    }

    /// <summary>The location with its appspec's SHA-256 only.</summary>
    internal static RevisionLocation? WithoutText(RevisionLocation? location) => location is null ? null : WithText(location, null);

    /// <summary>The writes by which a deployment takes a revision, registering it if nobody did.</summary>
    public static IReadOnlyList<TableWrite> Used(string applicationId, RevisionLocation location, DateTimeOffset now) =>
        Writes(applicationId, location, now, [Change.SetIfAbsent("firstUsedTime", now), Change.Set("lastUsedTime", now)]);

    /// <summary>The writes that register a revision. Again, they set its description.</summary>
    internal static IReadOnlyList<TableWrite> Registered(string applicationId, RevisionLocation location, string? description, DateTimeOffset now) =>
        Writes(applicationId, location, now, description is null ? [] : [Change.Set("description", description)]);

    /// <summary>All revisions of an application, without the texts, in no order.</summary>
    internal async Task<IReadOnlyList<ApplicationRevision>> AllAsync(string applicationId, CancellationToken cancellationToken)
    {
        var all = new List<ApplicationRevision>();
        var query = new Query(Applications.ApplicationKeys.Partition(applicationId), RevisionKeys.Prefix) { Limit = LargestPage };
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            all.AddRange(page.Items.Select(item => item.Read<ApplicationRevision>()));
            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null);
        return all;
    }

    private static List<TableWrite> Writes(string applicationId, RevisionLocation location, DateTimeOffset now, IReadOnlyList<Change> changes)
    {
        List<TableWrite> writes =
        [
            new UpdateItem(
                RevisionKeys.Revision(applicationId, location),
                [Change.SetIfAbsent("revision", WithText(location, null)), Change.SetIfAbsent("registerTime", now), .. changes]),
        ];
        if (RevisionIdentity.TextOf(location)?.Content is { } content)
        {
            writes.Add(PutItem.Of(RevisionKeys.Text(applicationId, location), new AppSpecText(content)));
        }

        return writes;
    }

    private static RevisionLocation WithText(RevisionLocation location, string? content)
    {
        var text = RevisionIdentity.TextOf(location) is { } given ? new AppSpecContent { Content = content, Sha256 = RevisionIdentity.Sha256Of(given) } : null;
        return location with { AppSpecContent = location.AppSpecContent is null ? null : text, String = location.String is null ? null : new RawString { Content = text?.Content, Sha256 = text?.Sha256 } };
    }
}
