namespace Sluice.Local.Cloud.Topics;

/// <summary>A subscription as it is stored.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="TopicArn">Of what.</param>
/// <param name="Protocol"><c>http</c>, <c>https</c>, <c>sqs</c> or <c>lambda</c>.</param>
/// <param name="Endpoint">A URL or an ARN.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record Subscription(string Arn, string TopicArn, string Protocol, string Endpoint, DateTimeOffset CreatedAt)
{
    // SNS drops what nobody confirms after two days.
    private static readonly TimeSpan Pending = TimeSpan.FromDays(2);

    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What confirms it; null if it is confirmed.</summary>
    public string? Token { get; init; }

    /// <summary>The token by which it was confirmed: a second confirmation is answered the same.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Whether only a signed request may end it.</summary>
    public bool AuthenticateOnUnsubscribe { get; init; }

    public bool IsConfirmed => Token is null;

    public bool IsRaw => Set.GetValueOrDefault(SubscriptionAttributes.Raw) is { } raw && raw.Equals("true", StringComparison.OrdinalIgnoreCase);

    public bool IsHttp => Protocol is "http" or "https";

    public bool IsOver(DateTimeOffset now) => !IsConfirmed && now - CreatedAt > Pending;
}
