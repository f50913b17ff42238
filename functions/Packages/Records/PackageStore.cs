using Sluice.Packages.Model;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Records;

/// <summary>Packages, versions and tags in the table. Versions of one package are written beside each other: none waits for another.</summary>
internal sealed class PackageStore(ITable table)
{
    private const string Changes = "changes";

    /// <summary>The package in the repository itself; null if there is none.</summary>
    public async Task<StoredPackage?> FindAsync(PackageId id, CancellationToken cancellationToken) => (await table.FindAsync<StoredPackage>(PackageKeys.Package(id), cancellationToken))?.Value;

    /// <exception cref="ApiException">There is no such package.</exception>
    public async Task<StoredPackage> GetAsync(PackageId id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ?? throw PackageErrors.NoPackage(id);

    /// <summary>The version in the repository itself; null if there is none.</summary>
    public Task<Versioned<StoredVersion>?> FindVersionAsync(PackageId id, string version, CancellationToken cancellationToken) => table.FindAsync<StoredVersion>(PackageKeys.Version(id, version), cancellationToken);

    /// <summary>All versions that the repository itself has, of every status, by their text.</summary>
    public async Task<IReadOnlyList<StoredVersion>> VersionsAsync(PackageId id, CancellationToken cancellationToken)
    {
        var all = new List<StoredVersion>();
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Versions(id), PackageKeys.VersionPrefix), cancellationToken))
        {
            all.Add(item.Read<StoredVersion>());
        }

        return all;
    }

    /// <summary>Tags and the versions that they name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TagsAsync(PackageId id, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var item in table.QueryAllAsync(new Query(PackageKeys.Versions(id), PackageKeys.TagPrefix), cancellationToken))
        {
            tags[item.Key.Sk[PackageKeys.TagPrefix.Length..]] = item.Read<TagRecord>().Version;
        }

        return tags;
    }

    /// <summary>Makes all of the changes or none, with what else is to be written.</summary>
    /// <returns>False if someone else was faster with one of them.</returns>
    public Task<bool> TryWriteAsync(IReadOnlyList<VersionChange> changes, IReadOnlyList<GuardedWrite> beside, CancellationToken cancellationToken) => GuardedWrite.TryAllAsync(
        table,
        [
            .. changes.Select(Write), .. changes.SelectMany(change => change.Tags.Select(tag => (GuardedWrite)PutItem.Of(PackageKeys.Tag(change.Package, tag), new TagRecord(change.After!.Version)))),
            .. changes.GroupBy(change => change.Package).Select(same => (GuardedWrite)Counted(same.Key, same.First().Fresh)), .. beside,
        ],
        cancellationToken);

    /// <summary>Sets a tag, or takes it away for null.</summary>
    public Task TagAsync(PackageId id, StoredPackage package, string tag, string? version, CancellationToken cancellationToken)
    {
        TableWrite write = version is null ? new DeleteItem(PackageKeys.Tag(id, tag)) : PutItem.Of(PackageKeys.Tag(id, tag), new TagRecord(version));
        return table.TransactAsync([write, Counted(id, package)], cancellationToken);
    }

    /// <summary>The write that takes a tag away.</summary>
    public static TableWrite Untag(PackageId id, string tag) => new DeleteItem(PackageKeys.Tag(id, tag));

    /// <summary>Says what may come into the package; it is made if there is none.</summary>
    public async Task<StoredPackage> RestrictAsync(PackageId id, AllowPublish publish, AllowUpstream upstream, CancellationToken cancellationToken) =>
        (await table.UpdateAsync(new UpdateItem(PackageKeys.Package(id), [.. Identity(id), Change.Set("publish", publish), Change.Set("upstream", upstream), Change.Add(Changes, 1)]), cancellationToken)).Read<StoredPackage>();

    /// <summary>Takes the package itself away; its versions are gone by then.</summary>
    public Task DeleteAsync(PackageId id, CancellationToken cancellationToken) => table.DeleteAsync(new DeleteItem(PackageKeys.Package(id)), cancellationToken);

    /// <summary>A page of packages.</summary>
    public static Query Query(RepositoryId repository, PackageFormat? format, string? space) => new(PackageKeys.Packages(repository), PackageKeys.PackagePrefix(format, space));

    private static GuardedWrite Write(VersionChange change) => (change.Before, change.After) switch
    {
        (null, { } made) => PutItem.Of(PackageKeys.Version(change.Package, made.Version), made, Condition.Absent),
        ({ } before, { } after) => PutItem.Of(PackageKeys.Version(change.Package, after.Version), after, Condition.Rev(before.Rev)),
        ({ } before, null) => new DeleteItem(PackageKeys.Version(change.Package, before.Value.Version), Condition.Rev(before.Rev)),
        _ => throw new ArgumentException("A change changes something."),
    };

    private static UpdateItem Counted(PackageId id, StoredPackage fresh) =>
        new(PackageKeys.Package(id), [.. Identity(id), Change.SetIfAbsent("publish", fresh.Publish), Change.SetIfAbsent("upstream", fresh.Upstream), Change.Add(Changes, 1)]);

    private static Change[] Identity(PackageId id) => [Change.SetIfAbsent("format", id.Format), Change.SetIfAbsent("namespace", id.Namespace), Change.SetIfAbsent("name", id.Name)];
}
