using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>CodePipeline's event to a function: the job, without the pipeline that it belongs to.</summary>
internal static class InvokePayload
{
    public static JsonObject Of(OwnAction action, JobProgress job, SuiteAccount account) => new()
    {
        ["CodePipeline.job"] = new JsonObject
        {
            ["id"] = job.JobId,
            ["accountId"] = account.AccountId,
            ["data"] = JsonSerializer.SerializeToNode(JobShapes.Data(action, job, account) with { PipelineContext = null, ActionTypeId = null }, SluiceJson.Options),
        },
    };
}
