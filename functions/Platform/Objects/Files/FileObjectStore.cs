using System.Buffers;
using Sluice.Platform.Access.Files;

namespace Sluice.Platform.Objects.Files;

/// <summary>
/// Objects as files below a folder. A put writes a temporary file, flushes it to the disk and renames it, so that a reader sees the old object or the
/// new one; one that fails (a full disk too) leaves nothing behind. Local files are read and written without leaving the thread.
/// </summary>
public sealed class FileObjectStore : IObjectStore
{
    private const int SmallObject = 64 * 1024;
    private readonly string _root;
    private readonly string _temporary;

    /// <summary>Objects below this folder, which is made if there is none.</summary>
    public FileObjectStore(string root)
    {
        _root = Path.GetFullPath(root);
        _temporary = Path.Combine(_root, "tmp");
        Directory.CreateDirectory(_temporary);
    }

    /// <inheritdoc/>
    public async Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default)
    {
        var path = PathOf(target);
        var temporary = Path.Combine(_temporary, Path.GetRandomFileName());
        try
        {
            await WriteAsync(temporary, content, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // After the rename it is gone already.
            File.Delete(temporary);
        }
    }

    /// <summary>A file has nobody to be told to: it is stored as it is.</summary>
    public Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default) => PutAsync(target, content, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(Open(PathOf(source)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromException<Stream>(new ObjectNotFoundException(source));
        }
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default) => Task.FromResult(File.Exists(PathOf(source)));

    /// <inheritdoc/>
    public Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default)
    {
        var path = PathOf(target);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string PathOf(ObjectRef reference) => Path.Combine(_root, ObjectFileName.Of(reference));

    private static Stream Open(string path)
    {
        // Whoever replaces or deletes the object meanwhile does not disturb this reader.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > SmallObject)
        {
            return file;
        }

        using (file)
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return new MemoryStream(bytes, writable: false);
        }
    }

    private static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            using var file = new FileStream(path, OwnerFile.New(FileAccess.Write, FileOptions.None));
            int read;
            while ((read = await ReadAsync(content, buffer, cancellationToken)) > 0)
            {
                file.Write(buffer.AsSpan(0, read));
            }

            file.Flush(flushToDisk: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content is FileStream ? ValueTask.FromResult(content.Read(buffer)) : content.ReadAsync(buffer, cancellationToken);
    }
}
