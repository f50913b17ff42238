using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Topics;

/// <summary>SNS's errors as a machine sees them.</summary>
internal static class TopicErrors
{
    /// <summary>What the service calls an error otherwise than SDKs, and so machines, do.</summary>
    public static IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["ResourceNotFoundException"] = "ResourceNotFound" };

    public static TaskFailedException Invalid(string message) => new("Sns.InvalidParameterException", $"Invalid parameter: {message}");

    public static TaskFailedException NoTopic() => new("Sns.NotFoundException", "Topic does not exist");

    public static TaskFailedException NoSubscription() => new("Sns.NotFoundException", "Subscription does not exist");

    public static TaskFailedException NoResource() => new("Sns.ResourceNotFoundException", "Resource does not exist");

    public static TaskFailedException Of(string name, string message) => new($"Sns.{name}Exception", message);
}
