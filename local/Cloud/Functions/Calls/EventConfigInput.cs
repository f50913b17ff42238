using Sluice.Local.Cloud.Functions.Events;
using Sluice.Local.Cloud.Functions.Shapes;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>What is asked for of a function's asynchronous requests.</summary>
internal sealed record EventConfigInput(string? FunctionName, string? Qualifier, int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds, DestinationsShape? DestinationConfig)
{
    public FunctionReference Reference(CloudIdentity identity) => FunctionReference.Parse(ConfigurationRules.Required(FunctionName, "FunctionName"), Qualifier, identity);

    /// <param name="before">Whose members stay where this says nothing; null if nothing stays.</param>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">Lambda takes no such settings.</exception>
    public EventSettings Settings(EventSettings? before, DateTimeOffset now)
    {
        if (MaximumRetryAttempts is < 0 or > 2)
        {
            throw LambdaErrors.InvalidParameter($"MaximumRetryAttempts is {MaximumRetryAttempts}, and must be 0 to 2");
        }

        return MaximumEventAgeInSeconds is < 60 or > 21600
            ? throw LambdaErrors.InvalidParameter($"MaximumEventAgeInSeconds is {MaximumEventAgeInSeconds}, and must be 60 to 21600 seconds")
            : new EventSettings(
                MaximumRetryAttempts ?? before?.MaximumRetryAttempts,
                MaximumEventAgeInSeconds ?? before?.MaximumEventAge,
                Destination(DestinationConfig?.OnSuccess, before?.OnSuccess),
                Destination(DestinationConfig?.OnFailure, before?.OnFailure),
                now);
    }

    private static string? Destination(DestinationShape? given, string? before) => given switch
    {
        null => before,
        { Destination: null or "" } => null,
        { Destination: var arn } => TargetArns.Destination(arn),
    };
}
