using System.Text;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Local.Host.Storage;

/// <summary>
/// Where a stop is noted before anything else is done about it. The file has its space from the start and is written over in place, which a full disk does not refuse: what was said to be stopped is known to the next
/// process, whatever becomes of this one.
/// </summary>
internal sealed class StopNote(string path)
{
    private const int Size = 4096;

    /// <summary>Takes its space while there is some. On a disk that is full already there may be none.</summary>
    public void Prepare()
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length != Size)
            {
                Write("");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A stop is tried to be noted all the same; that tells if it cannot be.
        }
    }

    /// <exception cref="IOException">It cannot be written down.</exception>
    public void Keep(StopOrder order) => Write(JsonSerializer.Serialize(order, SluiceJson.Options));

    /// <summary>The stop has been carried out. If this cannot be written it is carried out again, which changes nothing then.</summary>
    public void Clear()
    {
        try
        {
            Write("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(path);
        }
    }

    /// <summary>Null if there is none.</summary>
    /// <exception cref="UsageException">There is one, but it cannot be read.</exception>
    public StopOrder? Read()
    {
        var text = File.Exists(path) ? File.ReadAllText(path).Trim('\0', ' ', '\n') : "";
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<StopOrder>(text, SluiceJson.Options);
        }
        catch (JsonException e)
        {
            throw new UsageException($"A stop was asked for, but the note of it in {path} cannot be read: {e.Message} Delete the file, start again and stop the run by hand.");
        }
    }

    private void Write(string text)
    {
        var bytes = new byte[Size];
        bytes.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(text, bytes);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
