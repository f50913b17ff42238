using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Tests.Races;

/// <summary>A table whose calls each wait for their actor's turn, so that a test decides the order of all of them.</summary>
internal sealed class TurnTable(ITable inner) : ITable
{
    private readonly AsyncLocal<int?> _actor = new();
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private TaskCompletionSource? _arrived;

    /// <summary>Runs the actors, one call of the table at a time.</summary>
    public async Task RunAsync(IReadOnlyList<Func<Task>> actors, Schedules schedules)
    {
        var tasks = new List<Task>();
        for (var actor = 0; actor < actors.Count; actor++)
        {
            tasks.Add(await ArriveAsync(() => StartAsync(actor, actors[actor])));
        }

        int? current = null;
        while (_waiting.Count > 0)
        {
            current = schedules.Choose([.. _waiting.Keys.Order()], current);
            _waiting.Remove(current.Value, out var turn);
            await ArriveAsync(() =>
            {
                turn!.SetResult();
                return tasks[current.Value];
            });
        }

        await Task.WhenAll(tasks);
    }

    public Task<Item?> GetAsync(Key key, CancellationToken cancellationToken = default) => TurnAsync(() => inner.GetAsync(key, cancellationToken));

    public Task<Item> PutAsync(PutItem put, CancellationToken cancellationToken = default) => TurnAsync(() => inner.PutAsync(put, cancellationToken));

    public Task<Item> UpdateAsync(UpdateItem update, CancellationToken cancellationToken = default) => TurnAsync(() => inner.UpdateAsync(update, cancellationToken));

    public Task DeleteAsync(DeleteItem delete, CancellationToken cancellationToken = default) => TurnAsync(() => inner.DeleteAsync(delete, cancellationToken));

    public Task TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken = default) => TurnAsync(() => inner.TransactAsync(writes, cancellationToken));

    public Task<Page> QueryAsync(Query query, CancellationToken cancellationToken = default) => TurnAsync(() => inner.QueryAsync(query, cancellationToken));

    /// <summary>Lets one go on until it waits for its next turn, or is done.</summary>
    private async Task<Task> ArriveAsync(Func<Task> go)
    {
        var arrived = _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = go();
        await Task.WhenAny(arrived.Task, task);
        return task;
    }

    private async Task StartAsync(int actor, Func<Task> run)
    {
        _actor.Value = actor;
        await run();
    }

    private async Task<T> TurnAsync<T>(Func<Task<T>> call)
    {
        await WaitAsync();
        return await call();
    }

    private async Task TurnAsync(Func<Task> call)
    {
        await WaitAsync();
        await call();
    }

    private Task WaitAsync()
    {
        if (_actor.Value is not { } actor)
        {
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[actor] = turn;
        _arrived!.TrySetResult();
        return turn.Task;
    }
}
