using System.Text.Json;
using Sluice.Local.Cloud.Files;
using Sluice.Platform.Json;
using Sluice.Platform.Processes;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Which processes are ours, on disk, so that the next start of the suite can end those that a killed one left.</summary>
internal sealed class ProcessLedger
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(5);
    private readonly string _folder;

    public ProcessLedger(string folder, Isolation isolation, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        (_folder, Isolation, Time) = (folder, isolation, time);
    }

    /// <summary>What holds a process and all that it starts together.</summary>
    public Isolation Isolation { get; }

    /// <summary>The clock that waits for a process are measured with.</summary>
    public TimeProvider Time { get; }

    public void Add(ProcessRecord process) =>
        AtomicFile.Write(PathOf(process.Pid), JsonSerializer.Serialize(process, SluiceJson.Options));

    public void Remove(ProcessRecord process) => File.Delete(PathOf(process.Pid));

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
