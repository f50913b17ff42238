namespace Sluice.Local.Host.Data;

/// <summary>Another process owns the data folder.</summary>
internal sealed class DataFolderTakenException(string path, FolderOwner? owner, Exception inner)
    : Exception(
        owner is null
            ? $"{path} cannot be locked: {inner.Message}"
            : $"{path} is in use by process {owner.ProcessId} ({owner.CommandLine}). End that one, or give another folder with --data. Beside a serve, 'start' has it release again what it watches.",
        inner);
