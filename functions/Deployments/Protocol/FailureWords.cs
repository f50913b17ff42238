namespace Sluice.Deployments.Protocol;

/// <summary>An error that a machine caught, as a deployment's message tells it.</summary>
internal static class FailureWords
{
    /// <summary>What happened, and then the error's name, unless that is said already.</summary>
    public static string InWords(this CaughtError failure)
    {
        var message = failure.LambdaMessage() ?? failure.Cause;
        return string.IsNullOrWhiteSpace(message) ? failure.Error ?? "an unknown error"
            : failure.Error is null || message.StartsWith(failure.Error, StringComparison.Ordinal) ? message
            : $"{message} ({failure.Error})";
    }
}
