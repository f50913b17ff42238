using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Host;

/// <summary>How to run the suite here.</summary>
/// <param name="Data">The data folder; made if it is not there.</param>
/// <param name="Port">0 takes a free one.</param>
/// <param name="Environment">This process's environment variables: functions and builds are given only what they need of them.</param>
internal sealed record SuiteOptions(string Data, int Port, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether repositories are watched; a single release starts its run itself.</summary>
    public bool Polls { get; init; } = true;

    /// <summary>How many builds may run at once; null is one for each processor core.</summary>
    public int? Builds { get; init; }

    /// <summary>Whether builds of the images that mean the machine itself are run in containers of them, too.</summary>
    public bool Containers { get; init; }

    /// <summary>How often repositories are looked at.</summary>
    public PollPace Pace { get; init; } = PollPace.Default;

    /// <summary>Hears of each call of a machine that was answered, from the first on: what was open goes on while the suite starts.</summary>
    public Action<TaskCall> CallAnswered { get; init; } = static _ => { };

    /// <summary>Takes a line that somebody must see at once: a disk that refuses writes, a fault of ours in the background.</summary>
    public Action<string> Tell { get; init; } = static _ => { };
}
