using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Events;

/// <summary>EventBridge's errors as a machine sees them.</summary>
internal static class EventErrors
{
    public const string Validation = "EventBridge.ValidationException";

    public static TaskFailedException Invalid(string message) => new(Validation, message);

    public static TaskFailedException NoBus(string name) => new("EventBridge.ResourceNotFoundException", $"Event bus {name} does not exist.");

    public static TaskFailedException NoRule(string name, string bus) => new("EventBridge.ResourceNotFoundException", $"Rule {name} does not exist on EventBus {bus}.");

    public static TaskFailedException NoResource(string arn) => new("EventBridge.ResourceNotFoundException", $"{arn} does not exist.");

    public static TaskFailedException InvalidPattern(string reason) => new("EventBridge.InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason}");

    public static TaskFailedException Exists(string name) => new("EventBridge.ResourceAlreadyExistsException", $"Event bus {name} already exists.");

    public static TaskFailedException Limit(string message) => new("EventBridge.LimitExceededException", message);
}
