using System.Security.Cryptography;
using System.Text.Json;
using Sluice.BuildRunner.Artifacts;
using Sluice.Platform.Archives;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Caches;

/// <summary>
/// Puts back what was kept. Nothing of it is believed: contents are compared with their hashes before the first file is written, and nothing is written but what the buildspec's own patterns name, by no way that
/// leads out of their folders.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="names">By which names.</param>
/// <param name="paths">The buildspec's patterns.</param>
/// <param name="temporaryFolder">For packs.</param>
internal sealed class CacheRestore(ICacheStore store, CacheNames names, IReadOnlyList<CachePath> paths, string temporaryFolder)
{
    private const int ModeBits = 0x1FF;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <returns>Null if there is nothing of this name.</returns>
    /// <exception cref="InvalidDataException">What is there is damaged, or was made to do harm. Nothing was written.</exception>
    public async Task<CacheManifest?> RunAsync(string manifestName, CancellationToken cancellationToken)
    {
        if (await ManifestAsync(manifestName, cancellationToken) is not { } manifest)
        {
            return null;
        }

        Judge(manifest);
        var packs = new List<string>();
        try
        {
            foreach (var pack in manifest.Packs)
            {
                packs.Add(await FetchAsync(pack, cancellationToken));
            }

            foreach (var files in manifest.Files.GroupBy(file => file.Pack))
            {
                await WriteAsync(packs[files.Key], files, cancellationToken);
            }

            manifest.Links.ToList().ForEach(Write);
            return manifest;
        }
        finally
        {
            packs.ForEach(File.Delete);
        }
    }

    private async Task<CacheManifest?> ManifestAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenAsync(name, cancellationToken);
            return content is null ? null : await JsonSerializer.DeserializeAsync<CacheManifest>(content, SluiceJson.Options, cancellationToken) is { Files: not null, Packs: not null, Links: not null } read && read.IsSound()
                ? read : throw new InvalidDataException("its list of files does not fit together");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("its list of files is damaged", e);
        }
    }

    private void Judge(CacheManifest manifest)
    {
        var all = manifest.Files.Select(file => file.Path).Concat(manifest.Links.Select(link => link.Path)).ToList();
        foreach (var name in all)
        {
            if (EntryPath.FaultOf(name.TrimStart('/')) is { } fault)
            {
                throw new InvalidDataException($"it holds '{name}': {fault}");
            }
        }

        foreach (var link in manifest.Links.Where(link => Find(link.Path) is ({ } path, _) && !RealPath.IsIn(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Full(link.Path))!, link.Target)), Path.GetFullPath(path.Boundary))))
        {
            throw new InvalidDataException($"it holds a link, '{link.Path}', that leads out of its folder");
        }
    }

    private async Task<string> FetchAsync(CachePack pack, CancellationToken cancellationToken)
    {
        var path = Path.Combine(temporaryFolder, Path.GetRandomFileName());
        await using var content = await store.OpenAsync(names.Pack(pack), cancellationToken) ?? throw new InvalidDataException("a part of it is gone");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[1 << 17];
            for (var read = await content.ReadAsync(buffer, cancellationToken); read > 0 && file.Length <= pack.Size; read = await content.ReadAsync(buffer, cancellationToken))
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset()) == pack.Sha256 && file.Length == pack.Size ? path : throw new InvalidDataException("a part of it is damaged");
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task WriteAsync(string pack, IEnumerable<CacheFile> files, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(pack);
        var buffer = new byte[1 << 17];
        foreach (var file in files)
        {
            if (Make(file.Path) is not { } target)
            {
                continue;
            }

            content.Position = file.Offset;
            await using (var written = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
            {
                for (var left = file.Size; left > 0;)
                {
                    var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
                    await written.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    left -= read;
                }
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, (UnixFileMode)(file.Mode & ModeBits));
            }

            File.SetLastWriteTimeUtc(target, new DateTime(Math.Clamp(file.ModifiedAt, DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc));
        }
    }

    private void Write(CacheLink link)
    {
        if (Make(link.Path) is { } target)
        {
            File.CreateSymbolicLink(target, link.Target);
        }
    }

    /// <summary>Makes the folder of a file, and room for the file.</summary>
    /// <returns>Null if it is not to be written.</returns>
    private string? Make(string name)
    {
        if (Find(name) is not ({ } path, _))
        {
            return null;
        }

        var full = Full(name);
        var folder = Path.GetDirectoryName(full)!;
        if (!_open.Contains(folder))
        {
            // A link in the source may lead anywhere; whether one does is seen before a folder is made through it.
            var existing = folder;
            while (!Directory.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing)!;
            }

            if (Directory.Exists(path.Boundary) && !RealPath.IsIn(RealPath.Of(existing), RealPath.Of(path.Boundary)))
            {
                return null;
            }

            Directory.CreateDirectory(folder);
            _open.Add(folder);
        }

        if (Directory.Exists(full) && new DirectoryInfo(full).LinkTarget is null)
        {
            return null;
        }

        File.Delete(full);
        return full;
    }

    private string Full(string name)
    {
        var (path, rest) = Find(name);
        return Path.Combine(path!.Folder, rest!);
    }

    private (CachePath? Path, string? Inner) Find(string name)
    {
        foreach (var path in paths)
        {
            if (path.PathOf(name) is { } rest)
            {
                return (path, rest);
            }
        }

        return (null, null);
    }
}
