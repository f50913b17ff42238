using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>CodeBuild's StartBuild as a machine calls it to be lent a machine. There is nobody here to lend one: builds run as tasks whatever they want, so that a call of this is a fault, and says so.</summary>
internal sealed class LendMachine : IServiceCall
{
    public string Resource => "arn:aws:states:::codebuild:startBuild";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        throw new TaskFailedException("CodeBuild.InvalidInputException", $"The state {call.StateName} wants a machine of CodeBuild's, and this machine has none to lend.");
}
