using Sluice.Local.Host.Data;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Storage;

/// <summary>Tries whether there is space for a few writes.</summary>
internal static class StorageProbe
{
    private const int Bytes = 128 * 1024;

    /// <exception cref="IOException">There is not.</exception>
    public static void Write(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Write(new byte[Bytes]);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A start on a full disk needs some space to open its files; it is taken from what is kept for taking traffic back, which comes next.</summary>
    public static void MakeRoom(DataFolder data)
    {
        try
        {
            Write(data.At("probe.tmp"));
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            new SpaceReserve(data.At("reserve")).Release();
        }
    }
}
