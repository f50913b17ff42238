using System.Diagnostics;
using System.Text.Json;
using Sluice.Platform.Storage;

namespace Sluice.Local.Host.Data;

/// <summary>
/// The folder that holds all state, which its user alone can enter. Exactly one process owns it: the lock is the operating system's, so that it goes with the process however that ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>Takes the folder, made if it is not there.</summary>
    /// <exception cref="DataFolderTakenException">Another process has it.</exception>
    /// <exception cref="UsageException">It is not this user's, or it cannot be made or written to.</exception>
    public static DataFolder Own(string path)
    {
        var full = PrivateFolder.Keep(path, "The data folder");
        var owner = new FolderOwner(Environment.ProcessId, Environment.CommandLine);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TellOwner(full, owner);
            return new DataFolder(full, held);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException && !StorageFault.In(e))
        {
            throw new DataFolderTakenException(full, ReadOwner(full), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UsageException($"The data folder {full} cannot be written to: {e.Message}");
        }
    }

    /// <summary>A file or folder in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Tells commands beside this process where it listens.</summary>
    public void TellUrl(Uri url) => TellOwner(Path, new FolderOwner(Environment.ProcessId, Environment.CommandLine) { Url = url });

    /// <summary>Where the suite listens that has the folder; null if there is none, or it does not listen yet.</summary>
    public static Uri? UrlOf(string path) => ReadOwner(System.IO.Path.GetFullPath(path)) is { Url: { } url } owner && IsThere(owner.ProcessId) ? url : null;

    public void Dispose()
    {
        File.Delete(OwnerFile(Path));
        _lock.Dispose();
    }

    // What a killed process left is there still.
    private static bool IsThere(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string OwnerFile(string folder) => System.IO.Path.Combine(folder, "owner.json");

    /// <summary>It is only for who else wants the folder or asks the suite: a full disk is no reason not to have it.</summary>
    private static void TellOwner(string folder, FolderOwner owner)
    {
        try
        {
            File.WriteAllText(OwnerFile(folder), JsonSerializer.Serialize(owner));
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            File.Delete(OwnerFile(folder));
        }
    }

    private static FolderOwner? ReadOwner(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<FolderOwner>(File.ReadAllText(OwnerFile(folder)));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
