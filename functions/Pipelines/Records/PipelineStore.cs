using Sluice.Pipelines.Model;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Pipelines and their versions in the table.</summary>
internal sealed class PipelineStore(ITable table)
{
    public Task<Versioned<StoredPipeline>?> FindAsync(string name, CancellationToken cancellationToken) =>
        table.FindAsync<StoredPipeline>(PipelineKeys.Pipeline(name), cancellationToken);

    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<StoredPipeline> GetAsync(string name, CancellationToken cancellationToken) =>
        (await FindAsync(name, cancellationToken))?.Value ?? throw new PipelineNotFoundException(name);

    /// <summary>The declaration that a run began with.</summary>
    public async Task<PipelineDeclaration> GetVersionAsync(string name, int version, CancellationToken cancellationToken) =>
        await table.GetAsync(PipelineKeys.Version(name, version), cancellationToken) is { } item
            ? item.Read<PipelineDeclaration>()
            : throw new PipelineNotFoundException(name);

    /// <summary>Writes the pipeline and its version together; false if it changed meanwhile (or, without a revision, exists).</summary>
    public async Task<bool> SaveAsync(StoredPipeline stored, long? rev, CancellationToken cancellationToken)
    {
        var pipeline = stored.Pipeline;
        var index = new IndexKey(PipelineKeys.AllPipelines, pipeline.Name);
        return await table.TryTransactAsync(
            [
                PutItem.Of(PipelineKeys.Pipeline(pipeline.Name), stored, rev is { } at ? Condition.Rev(at) : Condition.Absent, index),
                PutItem.Of(PipelineKeys.Version(pipeline.Name, pipeline.Number()), pipeline, Condition.Absent),
            ],
            cancellationToken);
    }

    /// <summary>Writes what is not of a version; false if the pipeline changed meanwhile.</summary>
    public Task<bool> SaveTagsAsync(StoredPipeline stored, long rev, CancellationToken cancellationToken) => table.TryTransactAsync(
        [PutItem.Of(PipelineKeys.Pipeline(stored.Pipeline.Name), stored, Condition.Rev(rev), new IndexKey(PipelineKeys.AllPipelines, stored.Pipeline.Name))], cancellationToken);

    /// <summary>A version of the pipeline; null if it has none such.</summary>
    public async Task<PipelineDeclaration?> FindVersionAsync(string name, int version, CancellationToken cancellationToken) =>
        (await table.GetAsync(PipelineKeys.Version(name, version), cancellationToken))?.Read<PipelineDeclaration>();

    public async Task<(IReadOnlyList<StoredPipeline> Pipelines, string? NextToken)> ListAsync(
        string? token, int limit, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.AllPipelines) { OnIndex = true, Limit = limit, PageToken = token };
        var page = await table.QueryAsync(query, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<StoredPipeline>())], page.NextToken);
    }

    /// <summary>All pipelines.</summary>
    public async Task<IReadOnlyList<PipelineDeclaration>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<PipelineDeclaration>();
        string? token = null;
        do
        {
            (var page, token) = await ListAsync(token, limit: 100, cancellationToken);
            all.AddRange(page.Select(stored => stored.Pipeline));
        }
        while (token is not null);
        return all;
    }

    /// <summary>Takes the pipeline itself away, so that nothing begins any more.</summary>
    public Task CloseAsync(string name, CancellationToken cancellationToken) => table.DeleteAsync(new DeleteItem(PipelineKeys.Pipeline(name)), cancellationToken);

    /// <summary>Takes all away that belongs to a pipeline.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.Partition(name));
        for (var page = await table.QueryAsync(query, cancellationToken); page.Items.Count > 0; page = await table.QueryAsync(query, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                await table.DeleteAsync(new DeleteItem(item.Key), cancellationToken);
            }
        }
    }
}
