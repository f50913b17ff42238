using Sluice.Pipelines.ControlPlane;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Pipelines;

/// <summary>Shows a pipeline, or a version of it.</summary>
public sealed class GetPipeline : IOperation<GetPipelineInput, GetPipelineOutput>
{
    private readonly PipelineStore _pipelines;
    private readonly SuiteAccount _account;
    private readonly Shown _shown;

    internal GetPipeline(PipelineStore pipelines, SuiteAccount account, Shown shown) => (_pipelines, _account, _shown) = (pipelines, account, shown);

    /// <inheritdoc/>
    public async Task<GetPipelineOutput> RunAsync(GetPipelineInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var stored = (await _pipelines.FindAsync(input.Name, cancellationToken))?.Value ?? throw new PipelineNotFoundException(input.Name);
        var pipeline = input.Version is not { } version || version == stored.Pipeline.Number() ? stored.Pipeline
            : await _pipelines.FindVersionAsync(input.Name, version, cancellationToken) ?? throw new PipelineVersionNotFoundException(input.Name, version);
        return new GetPipelineOutput
        {
            Pipeline = await _shown.OfAsync(pipeline, cancellationToken),
            Metadata = new PipelineMetadata { PipelineArn = PipelineArns.Pipeline(_account, input.Name), Created = stored.Created, Updated = stored.Updated },
        };
    }
}
