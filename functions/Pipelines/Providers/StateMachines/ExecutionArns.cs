using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.StateMachines;

/// <summary>What an action's execution is called.</summary>
internal static class ExecutionArns
{
    private const int LongestName = 80;

    public static string Name(ActionRequest request)
    {
        var prefix = request.Configuration.GetValueOrDefault("ExecutionNamePrefix");
        var name = prefix is null ? request.ActionExecutionId : $"{prefix}-{request.ActionExecutionId}";
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    public static string Of(ActionRequest request) =>
        $"{request.Configuration["StateMachineArn"].Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{Name(request)}";
}
