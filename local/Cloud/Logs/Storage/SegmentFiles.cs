using System.Globalization;

namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>The files of a segment: its events, and its index.</summary>
/// <param name="Folder">The stream's.</param>
/// <param name="Run">Which of the stream's runs it is of: in a run times go up.</param>
/// <param name="Number">The how manieth of its run it is.</param>
internal sealed record SegmentFiles(string Folder, int Run, int Number)
{
    private const string EventsSuffix = ".events";

    public string Events => Path.Combine(Folder, Name + EventsSuffix);

    public string Index => Path.Combine(Folder, Name + ".index");

    private string Name => string.Create(CultureInfo.InvariantCulture, $"{Run:D6}-{Number:D6}");

    /// <summary>All of a stream, in the order of runs and numbers.</summary>
    public static IReadOnlyList<SegmentFiles> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + EventsSuffix).Select(Of).OfType<SegmentFiles>().OrderBy(files => (files.Run, files.Number))]
        : [];

    public byte[] Read(long offset, int length)
    {
        using var file = File.OpenHandle(Events, share: FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Min(length, Math.Max(0, RandomAccess.GetLength(file) - offset))];
        return RandomAccess.Read(file, bytes, offset) is var read && read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Writes at an offset, and nothing behind it stays.</summary>
    public static void Write(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != offset)
        {
            RandomAccess.SetLength(file, offset);
        }

        RandomAccess.Write(file, bytes, offset);
    }

    public void Delete()
    {
        File.Delete(Events);
        File.Delete(Index);
    }

    private static SegmentFiles? Of(string path) => Path.GetFileNameWithoutExtension(path).Split('-') is [var run, var number]
        && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var ofRun) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ofNumber)
        ? new SegmentFiles(Path.GetDirectoryName(path)!, ofRun, ofNumber)
        : null;
}
