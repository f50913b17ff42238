using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class SandboxRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";
    private const string Unknown = "web:00000000-0000-4000-8000-000000000000";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("StartSandbox", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("StartSandbox", Invalid, "{'projectName':null}", "projectName: expected the name of the project"),
        new("StartSandbox", Invalid, "{'projectName':'piped'}", "The source of 'piped' is a pipeline's to hand over"),
        new("StartSandbox", Invalid, "{'idempotencyToken':'taken'}", "came with another request in the last five minutes"),
        new("StopSandbox", Missing, $"{{'id':'{Unknown}'}}", "There is no sandbox"),
        new("StopSandbox", Missing, $"{{'id':'{RefusedWorld.BuildId}'}}", "There is no sandbox"),
        new("StopSandbox", Invalid, "{'id':'web'}", "'web' is no id of a sandbox; expected PROJECT:UUID"),
        new("StopBuild", Missing, $"{{'id':'{RefusedWorld.SandboxId}'}}", "There is no build"),
        new("BatchGetSandboxes", Invalid, "{'ids':['']}", "failed to satisfy constraint"),
        new("ListSandboxes", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ListSandboxesForProject", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("ListSandboxesForProject", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("StartCommandExecution", Missing, $"{{'sandboxId':'{Unknown}'}}", "There is no sandbox"),
        new("StartCommandExecution", Invalid, "{'sandboxId':'web'}", "'web' is no id of a sandbox"),
        new("StartCommandExecution", Invalid, $"{{'sandboxId':'{RefusedWorld.EndedSandboxId}'}}", "is stopping or has ended"),
        new("StartSandboxConnection", Missing, $"{{'sandboxId':'{Unknown}'}}", "There is no sandbox"),
        new("StartSandboxConnection", Missing, $"{{'sandboxId':'{RefusedWorld.BuildId}'}}", "There is no sandbox"),
        new("StartSandboxConnection", Invalid, "{'sandboxId':'web'}", "'web' is no id of a sandbox"),
        new("StartSandboxConnection", Invalid, $"{{'sandboxId':'{RefusedWorld.EndedSandboxId}'}}", "codebuild:66666666-6666-4666-8666-666666666666 is not connected."),
        new("BatchGetCommandExecutions", Invalid, "{'commandExecutionIds':[]}", "'commandExecutionIds' failed to satisfy constraint"),
        new("ListCommandExecutionsForSandbox", Missing, $"{{'sandboxId':'{Unknown}'}}", "There is no sandbox"),
        new("ListCommandExecutionsForSandbox", Invalid, "{'nextToken':'x'}", "not given out for this listing"),
        new("ExchangeSandboxCommand", Missing, "{'progressSecret':'guessed'}", "with this secret"),
        new("ExchangeSandboxCommand", Invalid, "{'id':''}", "'id' failed to satisfy constraint"),
    ];
}
