using System.IO.Compression;
using Sluice.BuildRunner.Buckets;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Telling;

/// <summary>Stores the whole log, gzipped, as an object of a user's bucket.</summary>
internal static class LogObject
{
    /// <exception cref="BucketException">It cannot be stored.</exception>
    public static async Task StoreAsync(LogSpool spool, IUserBuckets buckets, ObjectRef target, string temporaryFolder, CancellationToken cancellationToken)
    {
        await using var packed = new FileStream(Path.Combine(temporaryFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var buffer = new byte[1 << 16];
            var position = 0L;
            for (var read = spool.Read(position, buffer); read > 0; read = spool.Read(position, buffer))
            {
                await zip.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                position += read;
            }
        }

        packed.Position = 0;
        await buckets.PutAsync(target, packed, new Dictionary<string, string>(), cancellationToken);
    }
}
