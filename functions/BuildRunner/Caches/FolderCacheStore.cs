using Sluice.Platform.Ids;

namespace Sluice.BuildRunner.Caches;

/// <summary>A folder of the machine. What has not been used for two weeks goes.</summary>
internal sealed class FolderCacheStore(string folder, TimeProvider time, IIds ids) : ICacheStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(Use(name) ? new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Use(name));

    public async Task PutAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{ids.Uuid()}.part";
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var parent = prefix[..(prefix.LastIndexOf('/') + 1)];
        var found = Directory.Exists(PathOf(parent))
            ? new DirectoryInfo(PathOf(parent)).EnumerateFiles().Where(file => (parent + file.Name).StartsWith(prefix, StringComparison.Ordinal) && !file.Name.EndsWith(".part", StringComparison.Ordinal))
            : [];
        return Task.FromResult<IReadOnlyList<string>>([.. found.OrderByDescending(file => file.LastWriteTimeUtc).Select(file => parent + file.Name)]);
    }

    public Task TidyAsync(CancellationToken cancellationToken)
    {
        var oldest = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var file in Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < oldest) : [])
        {
            file.Delete();
        }

        return Task.CompletedTask;
    }

    private bool Use(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return false;
        }

        // A manifest's time says when it was kept, for the newest to be found.
        if (!name.Contains("/keys/", StringComparison.Ordinal))
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }

        return true;
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
