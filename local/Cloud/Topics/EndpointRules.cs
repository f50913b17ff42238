namespace Sluice.Local.Cloud.Topics;

/// <summary>Whom a topic can tell on this machine.</summary>
internal static class EndpointRules
{
    public static IEnumerable<string> Faults(string protocol, string endpoint, Func<string, string?> targetFault)
    {
        var fault = protocol switch
        {
            "http" or "https" => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme == protocol ? null : $"Endpoint must match the specified protocol: a URL that begins with {protocol}:// was expected",
            "sqs" or "lambda" => endpoint.Split(':') is [_, _, var service, ..] && service == protocol ? targetFault(endpoint) : $"Endpoint: the ARN of {protocol} was expected, not '{endpoint}'",
            "email" or "email-json" or "sms" or "application" or "firehose" => $"Protocol: {protocol} is not served on this machine; http, https, lambda and sqs are",
            _ => $"Amazon SNS does not support this protocol string: {protocol}",
        };
        return fault is null ? [] : [fault];
    }
}
