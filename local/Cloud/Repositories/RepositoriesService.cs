using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Repositories.Calls;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>CodeCommit on this machine, put together.</summary>
internal sealed class RepositoriesService : IAsyncDisposable
{
    private readonly ToldRefs _told;
    private readonly HourlySweep _sweep;
    private readonly GitHttp _http;
    private readonly RepositoryStore _store;

    public RepositoriesService(string folder, Func<string?> url, ITable table, IEventSink events, CloudIdentity identity, TimeProvider time, IIds ids, Unattended unattended)
    {
        _store = new RepositoryStore(folder, table, identity, time, ids);
        _told = new ToldRefs(_store, events, identity, time, ids);
        _http = new GitHttp(_store, _told);

        // At the start, what a kill left untold; later there should be nothing.
        _sweep = new HourlySweep("The look at repositories", _told.TellAllAsync, unattended, time);
        var shapes = new RepositoryShapes(_store, identity, url);
        IServiceCall[] calls =
        [
            new CreateRepository(_store, shapes), new GetRepository(_store, shapes), new BatchGetRepositories(_store, shapes), new ListRepositories(_store), new DeleteRepository(_store),
            new UpdateRepositoryName(_store), new UpdateRepositoryDescription(_store), new UpdateDefaultBranch(_store), new TagResource(_store), new UntagResource(_store), new ListTagsForResource(_store),
            new GetBranch(_store), new ListBranches(_store), new CreateBranch(_store, _told), new DeleteBranch(_store, _told),
            new GetCommit(_store), new GetDifferences(_store), new GetFile(_store), new GetFolder(_store), new GetBlob(_store), new PutFile(_store, _told, time, ids),
        ];
        Calls = [.. CloudModel.Of("codecommit").Checking(calls, faults => RepositoryErrors.InvalidParameter(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>The folder of a repository, for whoever watches it; null if there is none.</summary>
    public async Task<string?> FolderAsync(string name, CancellationToken cancellationToken) => await _store.FindAsync(name, cancellationToken) is { } repository ? _store.FolderOf(repository) : null;

    /// <summary>Answers git.</summary>
    public Task AnswerAsync(HttpContext http, string caller) => _http.AnswerAsync(http, caller);

    /// <summary>Begins to tell what was not told.</summary>
    public void Start() => _sweep.Start();

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        _told.Dispose();
    }
}
