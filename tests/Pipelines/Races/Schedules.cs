namespace Sluice.Pipelines.Tests.Races;

/// <summary>All orders in which some actors can take their turns, with at most so many turns taken from one that could go on: the faults of races show with few.</summary>
internal sealed class Schedules(int mostPreemptions)
{
    private readonly List<(int Chosen, int Options)> _path = [];
    private int _at;
    private int _preemptions;

    /// <summary>Begins the next order.</summary>
    /// <returns>False if all were tried.</returns>
    public bool Next(bool isFirst)
    {
        while (!isFirst && _path.Count > 0 && _path[^1].Chosen + 1 >= _path[^1].Options)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        if (!isFirst)
        {
            if (_path.Count == 0)
            {
                return false;
            }

            _path[^1] = (_path[^1].Chosen + 1, _path[^1].Options);
        }

        (_at, _preemptions) = (0, 0);
        return true;
    }

    /// <summary>Whose turn it is.</summary>
    /// <param name="ready">Who could go on.</param>
    /// <param name="current">Who had the last turn.</param>
    public int Choose(IReadOnlyList<int> ready, int? current)
    {
        var goesOn = current is { } last && ready.Contains(last);
        IReadOnlyList<int> options = goesOn ? [current!.Value, .. ready.Where(actor => actor != current)] : ready;
        var count = goesOn && _preemptions >= mostPreemptions ? 1 : options.Count;
        if (_at == _path.Count)
        {
            _path.Add((0, count));
        }

        var chosen = _path[_at++].Chosen;
        if (goesOn && chosen > 0)
        {
            _preemptions++;
        }

        return options[chosen];
    }
}
