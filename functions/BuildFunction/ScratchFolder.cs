using Sluice.Platform.Files;

namespace Sluice.BuildFunction;

/// <summary>The one folder that a function can write to. Lambda uses a process again for the next build, which must not find what another project's build left.</summary>
internal static class ScratchFolder
{
    /// <summary>Removes all that is in it.</summary>
    /// <exception cref="BuildProgramException">Something could not be removed.</exception>
    public static void Empty(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (Remove(entry) is { } fault)
            {
                throw new BuildProgramException($"What an earlier build left could not be removed: {fault}");
            }
        }
    }

    private static string? Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo)
        {
            return LeftFolder.Remove(entry.FullName);
        }

        try
        {
            entry.Delete();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
