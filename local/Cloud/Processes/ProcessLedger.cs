using System.Collections.Concurrent;
using System.Text.Json;
using Sluice.Local.Cloud.Files;
using Sluice.Platform.Json;
using Sluice.Platform.Processes;
using Sluice.Platform.Storage;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Which processes are ours, on disk, so that the next start of the suite can end those that a killed one left.</summary>
internal sealed class ProcessLedger
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(5);
    private readonly string _folder;
    private readonly ConcurrentDictionary<int, ProcessRecord> _owed = new();

    public ProcessLedger(string folder, Isolation isolation, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        (_folder, Isolation, Time) = (folder, isolation, time);
    }

    /// <summary>What holds a process and all that it starts together.</summary>
    public Isolation Isolation { get; }

    /// <summary>The clock that waits for a process are measured with.</summary>
    public TimeProvider Time { get; }

    /// <summary>Told of a process that could not be written down.</summary>
    public Action<Exception> Failed { get; init; } = static _ => { };

    /// <summary>
    /// Writes it down. On a disk that takes no writes it is only remembered, and written down as soon as that works: what serves requests must start all the same, and would be an orphan only if this process were killed before.
    /// </summary>
    public void Add(ProcessRecord process)
    {
        if (!TryWrite(process))
        {
            _owed[process.Pid] = process;
        }
    }

    public void Remove(ProcessRecord process)
    {
        _owed.TryRemove(KeyValuePair.Create(process.Pid, process));
        try
        {
            File.Delete(PathOf(process.Pid));
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            // It has ended, and no other process is taken for it.
            Failed(e);
        }
    }

    /// <summary>Writes down what could not be when it began.</summary>
    public void Settle()
    {
        lock (_owed)
        {
            foreach (var process in _owed.Values.Where(TryWrite))
            {
                _owed.TryRemove(KeyValuePair.Create(process.Pid, process));
            }
        }
    }

    /// <summary>Ends what a process that has ended itself may have left, and waits for it.</summary>
    public async Task EndRestAsync(ProcessRecord process)
    {
        if (process.IsGroup)
        {
            ProcessGroup.End(process);
        }

        // These are real processes, whatever clock the suite goes by.
        await IsGoneAsync(process, TimeProvider.System);
        if (!Isolation.IsNamespace)
        {
            EndMarked(process);
        }
    }

    /// <summary>Ends what is recorded and still the same process, and what has its mark. A process that only has the same id is left alone.</summary>
    /// <returns>The ids of those ended.</returns>
    public async Task<IReadOnlyList<int>> EndOrphansAsync()
    {
        var ended = new List<int>();
        foreach (var path in Directory.GetFiles(_folder))
        {
            if (Read(path) is { } process)
            {
                ended.AddRange(await EndOrphanAsync(process));
            }

            File.Delete(path);
        }

        return ended;
    }

    private bool TryWrite(ProcessRecord process)
    {
        try
        {
            AtomicFile.Write(PathOf(process.Pid), JsonSerializer.Serialize(process, SluiceJson.Options));
            return true;
        }
        catch (IOException e) when (StorageFault.In(e))
        {
            Failed(e);
            return false;
        }
    }

    private static ProcessRecord? Read(string path) =>
        path.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal)
            ? null
            : JsonSerializer.Deserialize<ProcessRecord>(File.ReadAllText(path), SluiceJson.Options);

    private async Task<IEnumerable<int>> EndOrphanAsync(ProcessRecord process)
    {
        if (ProcessStart.Of(process.Pid) != process.Started)
        {
            return EndMarked(process);
        }

        ProcessGroup.End(process);
        return await IsGoneAsync(process, Time)
            ? EndMarked(process).Prepend(process.Pid)
            : throw new IOException($"The process {process.Pid}, which an earlier run of the suite left, does not end.");
    }

    private static IReadOnlyCollection<int> EndMarked(ProcessRecord process) =>
        process.Mark is { } mark ? MarkedProcesses.End(ProcessRecord.MarkVariable, mark) : [];

    private static async Task<bool> IsGoneAsync(ProcessRecord process, TimeProvider time)
    {
        var start = time.GetTimestamp();
        while (ProcessStart.Of(process.Pid) == process.Started || ProcessGroup.HasLiving(process))
        {
            if (time.GetElapsedTime(start) > EndsWithin)
            {
                return false;
            }

            await Task.Delay(LooksEvery, time);
        }

        return true;
    }

    private string PathOf(int pid) => Path.Combine(_folder, $"{pid}.json");
}
