using Sluice.Pipelines.Model;
using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>A job as CodePipeline's API tells of it to whoever does it: secret values of the configuration are in it.</summary>
internal static class JobShapes
{
    public static JobData Data(OwnAction action, JobProgress job, SuiteAccount account) => new()
    {
        ActionTypeId = job.Type,
        ActionConfiguration = new ActionConfiguration { Configuration = action.Request.Configuration },
        PipelineContext = Context(action, account),
        InputArtifacts = Inputs(job),
        OutputArtifacts = Outputs(action, job),
        ContinuationToken = job.ContinuationToken,
        EncryptionKey = job.EncryptionKey,
    };

    public static PipelineContext Context(OwnAction action, SuiteAccount account) => new()
    {
        PipelineName = action.Request.PipelineName,
        Stage = new StageContext { Name = action.Request.StageName },
        Action = new ActionContext { Name = action.Request.ActionName, ActionExecutionId = action.Id },
        PipelineArn = account.Arn("codepipeline", action.Request.PipelineName),
        PipelineExecutionId = action.Request.PipelineExecutionId,
    };

    public static IReadOnlyList<Artifact> Inputs(JobProgress job) => [.. job.Inputs.Select(input => Of(input.Name, input.Location.Bucket, input.Location.Key, input.Revision))];

    /// <summary>Where the worker is to put them.</summary>
    public static IReadOnlyList<Artifact> Outputs(OwnAction action, JobProgress job) =>
        [.. action.Request.OutputArtifacts.Select(name => Of(name, job.Bucket, ArtifactKeys.Zip(job.Bucket, action.Request, name).Key, null))];

    private static Artifact Of(string name, string bucket, string key, string? revision) => new()
    {
        Name = name, Revision = revision, Location = new ArtifactLocation { Type = ArtifactLocationType.S3, S3Location = new S3ArtifactLocation { BucketName = bucket, ObjectKey = key } },
    };
}
