using System.Security.Cryptography;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Caches;

/// <summary>Keeps what a build left. Files that are as they were restored are not read again, and contents that are kept already are not kept twice.</summary>
/// <param name="store">Where.</param>
/// <param name="names">By which names.</param>
/// <param name="restored">What the build began with; null for nothing.</param>
/// <param name="temporaryFolder">For packs.</param>
internal sealed class CacheSave(ICacheStore store, CacheNames names, CacheManifest? restored, string temporaryFolder)
{
    private readonly Dictionary<string, CacheFile> _known = restored?.Files.ToDictionary(file => file.Path, StringComparer.Ordinal) ?? [];
    private readonly List<CachePack> _packs = [];
    private readonly List<CacheFile> _files = [];

    /// <summary>How many packs were not there yet.</summary>
    public int NewPacks { get; private set; }

    /// <returns>What is kept now.</returns>
    public async Task<CacheManifest> RunAsync(CacheContents contents, string? key, CancellationToken cancellationToken)
    {
        foreach (var files in CachePacking.Packs(contents.Files))
        {
            await (Unchanged(files) is { } pack ? KeepAsync(pack, files, cancellationToken) : PackAsync(files, cancellationToken));
        }

        var manifest = new CacheManifest(_packs, _files, [.. contents.Links]);
        await store.PutAsync(names.Manifest(key), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options)), cancellationToken);
        return manifest;
    }

    /// <summary>The pack that these files, and no others, were restored from, if they are as they were.</summary>
    private CachePack? Unchanged(IReadOnlyList<KeyValuePair<string, FileInfo>> files)
    {
        var known = files.Select(file => _known.GetValueOrDefault(file.Key) is { } seen && seen.Size == file.Value.Length && seen.ModifiedAt == file.Value.LastWriteTimeUtc.Ticks ? seen : null).ToList();
        var pack = known[0]?.Pack;
        return pack is not null && known.TrueForAll(file => file?.Pack == pack) && files.Sum(file => file.Value.Length) == restored!.Packs[pack.Value].Size ? restored.Packs[pack.Value] : null;
    }

    private async Task KeepAsync(CachePack pack, IReadOnlyList<KeyValuePair<string, FileInfo>> files, CancellationToken cancellationToken)
    {
        if (await store.ExistsAsync(names.Pack(pack), cancellationToken))
        {
            Note(pack, files);
        }
        else
        {
            await PackAsync(files, cancellationToken);
        }
    }

    private async Task PackAsync(IReadOnlyList<KeyValuePair<string, FileInfo>> files, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(Path.Combine(temporaryFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        foreach (var (_, file) in files)
        {
            await using var source = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await source.CopyToAsync(content, cancellationToken);
        }

        if (content.Length != files.Sum(file => file.Value.Length))
        {
            throw new IOException("a file changed while it was read");
        }

        content.Position = 0;
        var pack = new CachePack(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)), content.Length);
        if (!await store.ExistsAsync(names.Pack(pack), cancellationToken))
        {
            content.Position = 0;
            await store.PutAsync(names.Pack(pack), content, cancellationToken);
            NewPacks++;
        }

        Note(pack, files);
    }

    private void Note(CachePack pack, IReadOnlyList<KeyValuePair<string, FileInfo>> files)
    {
        var offset = 0L;
        foreach (var (name, file) in files)
        {
            _files.Add(new CacheFile(name, OperatingSystem.IsWindows() ? 0 : (int)file.UnixFileMode, file.Length, file.LastWriteTimeUtc.Ticks, _packs.Count, offset));
            offset += file.Length;
        }

        _packs.Add(pack);
    }
}
