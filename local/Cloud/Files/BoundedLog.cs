using System.Text;

namespace Sluice.Local.Cloud.Files;

/// <summary>A log file that keeps the last lines: when it is full it becomes <c>.1</c>, in place of the one before.</summary>
internal sealed class BoundedLog(string path, long capacity = 1 << 20)
{
    private readonly Lock _gate = new();
    private long _length = File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Told of a line that could not be written. It must not log.</summary>
    public Action<Exception> Failed { get; init; } = static _ => { };

    /// <summary>A line that cannot be written (a full disk) is lost: whoever logs must not stop for it.</summary>
    public void Write(string line)
    {
        try
        {
            Append(Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Lost++;
            Failed(e);
        }
    }

    /// <summary>How many lines could not be written.</summary>
    public int Lost { get; private set; }

    private void Append(byte[] bytes)
    {
        lock (_gate)
        {
            if (_length + bytes.Length > capacity && _length > 0)
            {
                File.Move(path, path + ".1", overwrite: true);
                _length = 0;
            }

            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            file.Write(bytes);
            _length += bytes.Length;
        }
    }
}
