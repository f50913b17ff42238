namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>The URLs that messages tell subscribers.</summary>
internal sealed class TopicUrls(Func<string?> suiteUrl, string certificate)
{
    public const string Confirm = "ConfirmSubscription";
    public const string Unsubscribe = "Unsubscribe";

    public string Certificate => $"{Base}/{certificate}";

    public string Confirming(string topicArn, string token) => $"{Base}/?Action={Confirm}&TopicArn={topicArn}&Token={token}";

    public string Ending(string subscriptionArn) => $"{Base}/?Action={Unsubscribe}&SubscriptionArn={subscriptionArn}";

    private string Base => suiteUrl() ?? "http://localhost";
}
