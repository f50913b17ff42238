using System.Collections.Immutable;

namespace Sluice.Local.Commands.Live;

/// <summary>What goes on at one moment, as far as a screen shows it in place.</summary>
/// <param name="IsOneOfMany">Whether several may go on beside each other, so that each must be named.</param>
internal sealed record LiveState(bool IsOneOfMany = false)
{
    public static LiveState Empty { get; } = new();

    /// <summary>Oldest first.</summary>
    public ImmutableList<LiveRun> Runs { get; init; } = [];

    /// <summary>The run changed, or added if it is not there: who starts in the middle of it has not seen its beginning.</summary>
    public LiveState With(string id, string name, Func<LiveRun, LiveRun> change)
    {
        var index = Runs.FindIndex(run => run.Id == id);
        return index < 0 ? this with { Runs = Runs.Add(change(new LiveRun(id, name))) } : this with { Runs = Runs.SetItem(index, change(Runs[index])) };
    }

    public LiveState Without(string? id) => this with { Runs = Runs.RemoveAll(run => run.Id == id) };
}
