using System.Text.Json;
using Sluice.Local.Cloud.Files;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Which processes are ours, on disk, so that the next start of the suite can end those that a killed one left.</summary>
internal sealed class ProcessLedger
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(5);
    private readonly string _folder;

    public ProcessLedger(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
        Time = time;
    }

    /// <summary>The clock that waits for a process are measured with.</summary>
    public TimeProvider Time { get; }

    public void Add(ProcessRecord process) =>
        AtomicFile.Write(PathOf(process.Pid), JsonSerializer.Serialize(process, SluiceJson.Options));

    public void Remove(ProcessRecord process) => File.Delete(PathOf(process.Pid));

    /// <summary>Ends what is recorded and still the same process. A process that only has the same id is left alone.</summary>
    /// <returns>The ids of those ended.</returns>
    public async Task<IReadOnlyList<int>> EndOrphansAsync()
    {
        var ended = new List<int>();
        foreach (var path in Directory.GetFiles(_folder))
        {
            if (Read(path) is { } process && ProcessStart.Of(process.Pid) == process.Started)
            {
                ProcessGroup.End(process);
                await GoneAsync(process);
                ended.Add(process.Pid);
            }

            File.Delete(path);
        }

        return ended;
    }

    private static ProcessRecord? Read(string path) =>
        path.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal)
            ? null
            : JsonSerializer.Deserialize<ProcessRecord>(File.ReadAllText(path), SluiceJson.Options);

    private async Task GoneAsync(ProcessRecord process)
    {
        var start = Time.GetTimestamp();
        while (ProcessStart.Of(process.Pid) == process.Started || ProcessGroup.HasLiving(process))
        {
            if (Time.GetElapsedTime(start) > EndsWithin)
            {
                throw new IOException($"The process {process.Pid}, which an earlier run of the suite left, does not end.");
            }

            await Task.Delay(LooksEvery, Time);
        }
    }

    private string PathOf(int pid) => Path.Combine(_folder, $"{pid}.json");
}
