using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Lists the pipelines by name.</summary>
public sealed class ListPipelines : IOperation<ListPipelinesInput, ListPipelinesOutput>
{
    private readonly ITable _table;

    internal ListPipelines(ITable table) => _table = table;

    /// <inheritdoc/>
    public async Task<ListPipelinesOutput> RunAsync(ListPipelinesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.AllPipelines) { OnIndex = true, Limit = input.MaxResults ?? Most, PageToken = input.NextToken };
        var page = await Pages.ReadAsync(_table, query, cancellationToken: cancellationToken);
        return new ListPipelinesOutput { Pipelines = [.. page.Items.Select(item => Summary(item.Read<StoredPipeline>()))], NextToken = page.NextToken };
    }

    private const int Most = 1000;

    private static PipelineSummary Summary(StoredPipeline stored) => new()
    {
        Name = stored.Pipeline.Name,
        Version = stored.Pipeline.Number(),
        PipelineType = stored.Pipeline.PipelineType ?? PipelineType.V2,
        ExecutionMode = stored.Pipeline.Mode(),
        Created = stored.Created,
        Updated = stored.Updated,
    };
}
