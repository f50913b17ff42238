using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud;

/// <summary>A call of a service that has no counterpart on this machine. Pipelines that would need it are refused when they are made; where it is called all the same, it says so.</summary>
internal sealed class AbsentCall(string service, string operation) : IServiceCall
{
    /// <summary>Those that the suite's machines would make in an account.</summary>
    public static IReadOnlyList<AbsentCall> All { get; } =
    [
        .. new[] { "describeStacks", "describeStackEvents", "createStack", "updateStack", "deleteStack", "cancelUpdateStack", "listChangeSets", "createChangeSet", "executeChangeSet", "deleteChangeSet" }
            .Select(operation => new AbsentCall("cloudformation", operation)),
        .. new[] { "startExecution", "describeExecution", "stopExecution" }.Select(operation => new AbsentCall("sfn", operation)),
        new("ecr", "describeImages"),
        new("ecs", "describeTaskDefinition"),
    ];

    public string Resource => $"arn:aws:states:::aws-sdk:{service}:{operation}";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        throw new TaskFailedException("Sluice.NotOnOneMachine", $"{service}:{operation} has no counterpart on this machine.");
}
