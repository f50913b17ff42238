using System.Globalization;

namespace Sluice.Local.Cloud.Queues;

/// <summary>What can be set of a queue, and in what bounds: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html.</summary>
internal static class QueueAttributes
{
    public const string Delay = "DelaySeconds";
    public const string LargestMessage = "MaximumMessageSize";
    public const string Retention = "MessageRetentionPeriod";
    public const string Wait = "ReceiveMessageWaitTimeSeconds";
    public const string Visibility = "VisibilityTimeout";
    public const string RedrivePolicy = "RedrivePolicy";

    private static readonly Dictionary<string, (int Least, int Most)> Numbers = new(StringComparer.Ordinal)
    {
        [Delay] = (0, 900), [LargestMessage] = (1024, 1048576), [Retention] = (60, 1209600), [Wait] = (0, 20), [Visibility] = (0, 43200),
    };

    // Kept and shown as they are: who may come is by the suite's keys, and all is sealed by the disk's own means.
    private static readonly string[] Kept = ["Policy", "RedriveAllowPolicy", "SqsManagedSseEnabled"];

    public static IReadOnlyDictionary<string, string> Defaults { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Delay] = "0", [LargestMessage] = "1048576", [Retention] = "345600", [Wait] = "0", [Visibility] = "30", ["SqsManagedSseEnabled"] = "true",
    };

    /// <summary>All that is wrong with attributes that are set.</summary>
    /// <param name="set">By their names.</param>
    /// <param name="hasQueue">Whether there is a queue of this ARN.</param>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> set, Func<string, bool> hasQueue) => set.Select(pair => Fault(pair.Key, pair.Value, hasQueue)).OfType<string>();

    /// <summary>With what is set; an empty policy is taken away.</summary>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> set) => before.Where(pair => !set.ContainsKey(pair.Key))
        .Concat(set.Where(pair => pair.Value.Length > 0)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static string? Fault(string name, string value, Func<string, bool> hasQueue)
    {
        if (Numbers.TryGetValue(name, out var bounds))
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= bounds.Least && number <= bounds.Most
                ? null
                : $"Invalid value for the parameter {name}: a number from {bounds.Least} to {bounds.Most} was expected, not '{value}'";
        }

        return name switch
        {
            RedrivePolicy when value.Length == 0 => null,
            RedrivePolicy => Queues.RedrivePolicy.Read(value) is not { } redrive
                ? $"Value {value} for parameter RedrivePolicy is invalid: expected {{\"deadLetterTargetArn\": \"a queue's ARN\", \"maxReceiveCount\": 1 to 1000}}"
                : hasQueue(redrive.Target) ? null : $"Value {value} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.",
            "FifoQueue" or "ContentBasedDeduplication" or "DeduplicationScope" or "FifoThroughputLimit" => $"{name} is not served on this machine: its queues are standard queues",
            "KmsMasterKeyId" or "KmsDataKeyReusePeriodSeconds" when value.Length > 0 => $"{name} is not served on this machine, which has no KMS",
            "KmsMasterKeyId" or "KmsDataKeyReusePeriodSeconds" => null,
            _ => Kept.Contains(name) ? null : $"Unknown Attribute {name}.",
        };
    }
}
