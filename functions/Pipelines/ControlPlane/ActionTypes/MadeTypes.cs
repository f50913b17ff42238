using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>What the types that users and partners have made say of the actions of a pipeline. One that was deleted still says it, since pipelines may name it.</summary>
internal sealed class MadeTypes(ActionTypeStore store)
{
    /// <summary>Asks the table only if the pipeline names one.</summary>
    public async Task<TypesOfPipeline> OfAsync(PipelineDeclaration pipeline, CancellationToken cancellationToken) =>
        new(pipeline.Stages.SelectMany(stage => stage.Actions).Any(action => ActionKinds.Of(action.ActionTypeId).HasWorker) ? await store.AllAsync(cancellationToken) : []);
}
