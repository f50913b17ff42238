namespace Sluice.Deployments.Revisions;

/// <summary>The writes by which revisions are registered and used. They need no condition, so they go into any transaction and two of them never refuse each other.</summary>
internal static class RevisionUse
{
    /// <summary>The location with its appspec's SHA-256 only.</summary>
    public static RevisionLocation? WithoutText(RevisionLocation? location) => location is null ? null : WithText(location, null);

    /// <summary>The writes by which a deployment takes a revision, registering it if nobody did.</summary>
    public static IReadOnlyList<TableWrite> Used(string applicationId, RevisionLocation location, DateTimeOffset now) =>
        Writes(applicationId, location, now, [Change.SetIfAbsent("firstUsedTime", now), Change.Set("lastUsedTime", now)]);

    /// <summary>The writes that register a revision. Again, they set its description.</summary>
    public static IReadOnlyList<TableWrite> Registered(string applicationId, RevisionLocation location, string? description, DateTimeOffset now) =>
        Writes(applicationId, location, now, description is null ? [] : [Change.Set("description", description)]);

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

    /// <summary>The location with another text of its appspec; null leaves the digest alone.</summary>
    public static RevisionLocation WithText(RevisionLocation location, string? content)
    {
        var text = RevisionIdentity.TextOf(location) is { } given ? new AppSpecContent { Content = content, Sha256 = RevisionIdentity.Sha256Of(given) } : null;
        return location with { AppSpecContent = location.AppSpecContent is null ? null : text, String = location.String is null ? null : new RawString { Content = text?.Content, Sha256 = text?.Sha256 } };
    }
}
