using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Whom a function may have told of its asynchronous requests.</summary>
internal static partial class TargetArns
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no dead-letter target.</exception>
    public static string? DeadLetters(string? arn) => string.IsNullOrEmpty(arn) ? null : QueueOrTopic().IsMatch(arn)
        ? arn
        : throw LambdaErrors.InvalidParameter($"The dead-letter target '{arn}' is not the ARN of an SQS queue or an SNS topic");

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no destination.</exception>
    public static string Destination(string arn) => QueueOrTopic().IsMatch(arn) || FunctionOrBus().IsMatch(arn)
        ? arn
        : throw LambdaErrors.InvalidParameter($"The destination '{arn}' is not the ARN of an SQS queue, an SNS topic, a Lambda function or the default event bus");

    [GeneratedRegex(@"^arn:aws[a-z-]*:(sqs|sns):[a-z0-9-]+:\d{12}:[A-Za-z0-9_.-]{1,256}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QueueOrTopic();

    [GeneratedRegex(@"^arn:aws[a-z-]*:(lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9$_-]{1,128})?|events:[a-z0-9-]+:\d{12}:event-bus/default)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FunctionOrBus();
}
