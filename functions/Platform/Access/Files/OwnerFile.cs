namespace Sluice.Platform.Access.Files;

/// <summary>Files with secrets: only their owner can read them, from the first moment on.</summary>
public static class OwnerFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="IOException">It is there already and is not to be replaced, or cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool replace)
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        File.Delete(part);
        try
        {
            using (var stream = new FileStream(part, New(FileAccess.Write, FileOptions.None)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, replace);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Whether nobody but its owner can read or write it; Windows has no such modes.</summary>
    public static bool IsOwnersAlone(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~OwnerOnly) == 0;

    /// <summary>For a file that must not be there yet, be it as a link, and that is its owner's alone. It is not shared and has no buffer.</summary>
    public static FileStreamOptions New(FileAccess access, FileOptions options)
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Share = FileShare.None, Options = options, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = OwnerOnly;
        }

        return file;
    }
}
