using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>What nothing here can provoke.</summary>
internal static class UnreachableErrors
{
    public static IReadOnlyList<UnreachableError> All { get; } =
    [
        new("LimitExceededException", "The suite has no limit to the number of pipelines; what a pipeline may hold is told by the fault's own error.", "CreatePipeline", "UpdatePipeline"),
        new("ConcurrentModificationException", "A name is taken or it is not: who comes second is told so.", "CreatePipeline"),
        new("ConcurrentModificationException", "It is deleted, whatever it is by then.", "DeleteWebhook"),
        new("InvalidNextTokenException", "It has no nextToken: there is one page of rule types.", "ListRuleTypes"),
    ];
}
