using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace Sluice.Local.Host.Sources;

/// <summary>
/// Hears of changes of a repository's branches from the operating system. Events can be lost, and some file systems have none, so whoever hears also looks from time to time.
/// </summary>
internal sealed class FolderEvents(Action<string> tell, ILogger<FolderEvents> logger) : IFolderEvents
{
    private int _isTold;

    /// <returns>Null if nothing can be heard of it; then it has to be looked at more often.</returns>
    public IDisposable? Watch(string branches, Action changed)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            // One for a repository: a user has 128 of them on most machines. What git packs has been in a file of its own before.
            watcher = new FileSystemWatcher(branches) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
            watcher.Renamed += (_, happened) => Hear(happened.Name);
            watcher.Created += (_, happened) => Hear(happened.Name);
            watcher.Changed += (_, happened) => Hear(happened.Name);
            watcher.Deleted += (_, happened) => Hear(happened.Name);
            watcher.Error += (_, lost) =>
            {
                logger.LogInformation(lost.GetException(), "Events of {Folder} were lost; it is looked at", branches);
                changed();
            };
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or Win32Exception or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            TellOnce(branches, e);
            return null;
        }

        // Git writes a lock beside the branch, and then renames it.
        void Hear(string? name)
        {
            if (name?.EndsWith(".lock", StringComparison.Ordinal) != true)
            {
                changed();
            }
        }
    }

    private void TellOnce(string branches, Exception e)
    {
        logger.LogWarning(e, "Changes of {Folder} cannot be heard of", branches);
        if (Directory.Exists(branches) && Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            tell($"changes of {branches} cannot be heard of ({e.Message.TrimEnd('.')}); such repositories are looked at every second");
        }
    }
}
