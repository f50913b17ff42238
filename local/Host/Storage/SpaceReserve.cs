using System.Security.Cryptography;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// Space on the disk that is kept free for one purpose: when it is full and traffic must be taken back, this is given up, so that the rollback can be recorded.
/// </summary>
internal sealed class SpaceReserve(string path)
{
    /// <summary>A rollback writes about half a megabyte.</summary>
    public const int Bytes = 2 << 20;

    // It is for a full disk, and must not be what fills it.
    private const int LeavesFree = 3 * Bytes;

    public bool IsKept => File.Exists(path);

    /// <summary>Makes it, if there is ample space and it is not there.</summary>
    public void Keep()
    {
        try
        {
            if (!IsKept && new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace > Bytes + LeavesFree)
            {
                Write();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Release();
        }
    }

    /// <summary>Gives the space up.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Release()
    {
        try
        {
            var was = IsKept;
            File.Delete(path);
            return was;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Random bytes: some file systems store zeros in no space at all.</summary>
    private void Write()
    {
        var bytes = new byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        var part = path + ".tmp";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
