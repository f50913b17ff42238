using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class BuildRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Unknown = "web:00000000-0000-4000-8000-000000000000";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("StartBuild", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("StartBuild", Invalid, "{'timeoutInMinutesOverride':4}", "'timeoutInMinutesOverride' failed to satisfy constraint"),
        new("StartBuild", Invalid, "{'sourceTypeOverride':'GITHUB'}", "source.location: a source of the type GITHUB needs one"),
        new("StartBuild", Invalid, "{'environmentVariablesOverride':[{'name':'CODEBUILD_X','value':'1'}],'cacheOverride':{'type':'S3'}}", "names that begin with CODEBUILD_ are reserved"),
        new("StartBuild", Invalid, "{'environmentVariablesOverride':[{'name':'A','value':'1'},{'name':'A','value':'2'}]}", "the name 'A' is there 2 times"),
        new("StartBuild", Invalid, "{'projectName':'piped'}", "the source of 'piped' is a pipeline's to hand over"),
        new("StartBuild", Invalid, "{'idempotencyToken':'taken'}", "came with another request in the last five minutes"),
        new("RetryBuild", Missing, $"{{'id':'{Unknown}'}}", "There is no build"),
        new("RetryBuild", Invalid, "{'id':'web'}", "'web' is no id of a build; expected PROJECT:UUID"),
        new("RetryBuild", Invalid, "{'id':null}", "is no id of a build"),
        new("RetryBuild", Invalid, $"{{'id':'shop:{BuildsFixture.BuildId}'}}", "is an action of a pipeline"),
        new("StopBuild", Missing, $"{{'id':'{Unknown}'}}", "There is no build"),
        new("StopBuild", Invalid, "{'id':'web'}", "'web' is no id of a build"),
        new("BatchGetBuilds", Invalid, "{'ids':[]}", "'ids' failed to satisfy constraint"),
        new("BatchDeleteBuilds", Invalid, "{'ids':[]}", "'ids' failed to satisfy constraint"),
        new("ListBuilds", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListBuildsForProject", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("ListBuildsForProject", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ReportBuildProgress", Missing, "{'progressSecret':'guessed'}", "with this secret"),
        new("ReportBuildProgress", Missing, $"{{'id':'{Unknown}'}}", "with this secret"),
        new("GetBuildPackageToken", Missing, "{'progressSecret':'guessed'}", "with this secret"),
        new("GetBuildPackageToken", Invalid, $"{{'id':'{RefusedWorld.EndedSandboxId}'}}", "has ended"),
        new("ReportBuildProgress", Invalid, "{'phases':[{'phaseType':'INSTALL'}]}", "phases[0]: expected phaseType, phaseStatus, startTime and endTime"),
    ];
}
