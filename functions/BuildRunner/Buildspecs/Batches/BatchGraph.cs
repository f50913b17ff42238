using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>The order of builds that depend on each other.</summary>
internal sealed class BatchGraph
{
    private readonly MappingReader _batch;
    private readonly string _name;
    private readonly Dictionary<string, BatchTask> _tasks;
    private readonly List<BatchBuild> _ordered = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];

    private BatchGraph(MappingReader batch, string name, IReadOnlyList<BatchTask> tasks)
    {
        (_batch, _name) = (batch, name);
        _tasks = tasks.DistinctBy(task => task.Build.Identifier).ToDictionary(task => task.Build.Identifier, StringComparer.Ordinal);
    }

    /// <summary>Each after those that it depends on, else as in the file. An unknown name and a circle are faults.</summary>
    public static IReadOnlyList<BatchBuild> InOrder(MappingReader batch, string name, IReadOnlyList<BatchTask> tasks)
    {
        var graph = new BatchGraph(batch, name, tasks);
        foreach (var task in tasks)
        {
            graph.CheckNames(task);
        }

        if (tasks.Count > BatchPlan.MostBuilds)
        {
            // It is refused anyway, and may be deeper than what can be walked.
            return [.. tasks.Select(task => task.Build)];
        }

        foreach (var identifier in graph._tasks.Keys)
        {
            graph.Visit(identifier);
        }

        return graph._ordered;
    }

    private void CheckNames(BatchTask task)
    {
        foreach (var unknown in task.Build.DependsOn.Where(other => !_tasks.ContainsKey(other)))
        {
            task.Reader.Fault("depend-on", $"there is no build '{unknown}'{NearMiss.Suggestion(unknown, _tasks.Keys)}");
        }
    }

    private void Visit(string identifier)
    {
        if (_path.IndexOf(identifier) is >= 0 and var start)
        {
            _batch.Fault(_name, $"builds wait for each other: {string.Join(" -> ", _path.Skip(start).Append(identifier))}");
        }
        else if (_done.Add(identifier))
        {
            Descend(_tasks[identifier].Build);
        }
    }

    private void Descend(BatchBuild build)
    {
        _path.Add(build.Identifier);
        foreach (var other in build.DependsOn.Where(_tasks.ContainsKey))
        {
            Visit(other);
        }

        _path.RemoveAt(_path.Count - 1);
        _ordered.Add(build);
    }
}
