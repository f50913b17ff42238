using System.Text;

namespace Sluice.Local.Cloud.Files;

/// <summary>Files that are there whole or not at all, even if this process or the machine dies in mid-write.</summary>
internal static class AtomicFile
{
    /// <summary>What a write that never ended leaves behind.</summary>
    public const string TemporarySuffix = ".tmp";

    public static void Write(string path, string content)
    {
        var temporary = path + TemporarySuffix;
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(Encoding.UTF8.GetBytes(content));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // On a full disk the half of it would be in the way of what comes next.
            File.Delete(temporary);
            throw;
        }
    }
}
