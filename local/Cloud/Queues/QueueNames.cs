using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues;

/// <summary>SQS's rules for names, and the URLs by which clients know queues.</summary>
internal sealed class QueueNames(CloudIdentity identity, Func<string?> suiteUrl)
{
    private const int Longest = 80;

    /// <exception cref="TaskFailedException">It is no name of a standard queue.</exception>
    public static void Check(string name)
    {
        if (name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw QueueErrors.Invalid($"The name '{name}' is that of a FIFO queue, which is not served on this machine: its queues are standard queues.");
        }

        if (name.Length is 0 or > Longest || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw QueueErrors.Invalid("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    public string Url(string name) => $"{suiteUrl() ?? "http://localhost"}/{identity.AccountId}/{name}";

    public string Arn(string name) => $"arn:aws:sqs:{identity.Region}:{identity.AccountId}:{name}";

    /// <summary>The name in a URL: the machine's own address may have changed since it was given.</summary>
    public static string OfUrl(string url) => url.TrimEnd('/').Split('/')[^1];

    /// <summary>The name of a queue of this machine; null if the ARN is of something else.</summary>
    public string? OfArn(string arn) => ResourceArn.Read(arn) is { Service: "sqs" } read && read.Region == identity.Region && read.AccountId == identity.AccountId ? read.Resource : null;
}
