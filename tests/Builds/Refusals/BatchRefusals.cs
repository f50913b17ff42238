using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class BatchRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Unknown = "web:00000000-0000-4000-8000-000000000000";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("StartBuildBatch", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("StartBuildBatch", Invalid, "{'projectName':'piped'}", "the source of 'piped' is a pipeline's to hand over"),
        new("StartBuildBatch", Invalid, "{'environmentVariablesOverride':[{'name':'CODEBUILD_X','value':'1'}]}", "names that begin with CODEBUILD_ are reserved"),
        new("StartBuildBatch", Invalid, "{'idempotencyToken':'taken'}", "came with another request"),
        new("RetryBuildBatch", Missing, $"{{'id':'{Unknown}'}}", "There is no batch"),
        new("RetryBuildBatch", Invalid, "{'id':'web'}", "'web' is no id of a batch; expected PROJECT:UUID"),
        new("RetryBuildBatch", Invalid, $"{{'id':'{RefusedWorld.GoingBatchId}'}}", "has not ended"),
        new("StopBuildBatch", Missing, $"{{'id':'{Unknown}'}}", "There is no batch"),
        new("StopBuildBatch", Invalid, "{'id':'web'}", "is no id of a batch"),
        new("BatchGetBuildBatches", Invalid, $"{{'ids':[{Many.Of(101, "'web:{0}'")}]}}", "'ids' failed to satisfy constraint"),
        new("DeleteBuildBatch", Invalid, "{'id':''}", "'id' failed to satisfy constraint"),
        new("ListBuildBatches", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListBuildBatchesForProject", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("ListBuildBatchesForProject", Invalid, "{'projectName':null}", "projectName: expected the name of a project"),
        new("ListBuildBatchesForProject", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
    ];
}
