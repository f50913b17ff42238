using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A Task's <c>Resource</c>, taken apart.</summary>
/// <param name="Text">As written.</param>
/// <param name="Service">Without the pattern's suffix.</param>
/// <param name="Pattern">How to wait.</param>
/// <param name="ParsesOutput">For <c>.sync:2</c>.</param>
internal sealed record TaskResource(string Text, string Service, ServicePattern Pattern, bool ParsesOutput)
{
    private const string OptimizedPrefix = "arn:aws:states:::";

    internal bool IsDirectLambda => Service.StartsWith("arn:aws:lambda:", StringComparison.Ordinal);

    internal bool IsNestedExecution => Service == OptimizedPrefix + "states:startExecution";

    /// <summary>What the history calls <c>resourceType</c>: <c>lambda</c>, <c>aws-sdk:lambda</c>; of a function's own ARN all of it.</summary>
    internal string Type => IsDirectLambda ? Text : Rest[..Math.Max(0, Rest.LastIndexOf(':'))];

    /// <summary>What the history calls <c>resource</c>: <c>invoke.waitForTaskToken</c>.</summary>
    internal string Action => Rest[(Rest.LastIndexOf(':') + 1)..] + Text[Service.Length..];

    private string Rest => Service.StartsWith(OptimizedPrefix, StringComparison.Ordinal) ? Service[OptimizedPrefix.Length..] : Service;

    internal static TaskResource Parse(string text)
    {
        foreach (var (suffix, pattern) in Suffixes())
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return new TaskResource(text, text[..^suffix.Length], pattern, suffix == ".sync:2");
            }
        }

        return new TaskResource(text, text, ServicePattern.RequestResponse, ParsesOutput: false);
    }

    private static IEnumerable<(string Suffix, ServicePattern Pattern)> Suffixes() =>
        [(".sync", ServicePattern.RunAJob), (".sync:2", ServicePattern.RunAJob), (".waitForTaskToken", ServicePattern.WaitForTaskToken)];
}
