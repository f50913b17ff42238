using Sluice.Pipelines.Model;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Pipelines and their versions in the table.</summary>
internal sealed class PipelineStore(ITable table)
{
    public Task<Versioned<StoredPipeline>?> FindAsync(string name, CancellationToken cancellationToken) =>
        table.FindAsync<StoredPipeline>(PipelineKeys.Pipeline(name), cancellationToken);

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

    public async Task<(IReadOnlyList<StoredPipeline> Pipelines, string? NextToken)> ListAsync(
        string? token, int limit, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.AllPipelines) { OnIndex = true, Limit = limit, PageToken = token };
        var page = await table.QueryAsync(query, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<StoredPipeline>())], page.NextToken);
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
