using Sluice.Local.Cloud.Alarms.Rules;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>CloudWatch's errors as a machine sees them. ValidationError is in no model of the service's, so it arrives under the service's own name.</summary>
internal static class CloudWatchErrors
{
    public const string Unmodelled = "CloudWatch.CloudWatchException";

    public static TaskFailedException Validation(string message) => new(Unmodelled, $"ValidationError: {message}");

    /// <summary>All faults, under the error of the first.</summary>
    public static TaskFailedException Refused(IReadOnlyList<RequestFault> faults) => new(faults[0].Error, string.Join('\n', faults.Select(fault => fault.Message)));

    public static TaskFailedException Format(string message) => new("CloudWatch.InvalidFormatException", message);

    public static TaskFailedException Token() => new("CloudWatch.InvalidNextTokenException", "The NextToken is none that DescribeAlarms gave.");

    public static TaskFailedException NotFound(string names) => new("CloudWatch.ResourceNotFoundException", $"There is no alarm {names}");
}
