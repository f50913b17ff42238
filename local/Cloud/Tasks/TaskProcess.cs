using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>The process of a task, with its folder and its log; or one that stands by and has no task yet.</summary>
/// <param name="id">The task's.</param>
/// <param name="definition">The task definition's name.</param>
/// <param name="folder">The folder it runs in.</param>
/// <param name="log">What it writes.</param>
internal sealed class TaskProcess(string id, string definition, string folder, BoundedLog log)
{
    private volatile bool _isReady;

    public string Id => id;

    public string Definition => definition;

    public string Folder => folder;

    public BoundedLog Log => log;

    public LastLines Errors { get; } = new();

    public ChildProcess Process { get; set; } = null!;

    /// <summary>What it sees without a task's own variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The task; null while there is none.</summary>
    public WantedTask? Wanted { get; set; }

    /// <summary>Whether it has said that it only waits for a task.</summary>
    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }
}
