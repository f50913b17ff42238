namespace Sluice.Local.Host.Sources;

/// <summary>Says that something changed in a folder.</summary>
internal interface IFolderEvents
{
    /// <param name="branches">The folder of a repository's branches.</param>
    /// <param name="changed">Called on any thread, perhaps more often than anything changed.</param>
    /// <returns>Ends it; null if nothing can be heard.</returns>
    IDisposable? Watch(string branches, Action changed);
}
